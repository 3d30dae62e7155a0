import Model

/// Writes readings, with statements that are prepared once.
final class ReadingWriter {
  let documents: DocumentWriter
  let figures: FigureWriter
  let numerals: NumeralWriter
  let relations: RelationWriter
  let rejections: RejectionWriter

  init(connection: Connection) throws {
    documents = try DocumentWriter(connection: connection)
    figures = try FigureWriter(connection: connection)
    numerals = try NumeralWriter(connection: connection)
    relations = try RelationWriter(connection: connection)
    rejections = try RejectionWriter(connection: connection)
  }

  /// Forgets what was read from a transaction that has been undone.
  func forget() { numerals.forget() }

  func store(_ reading: DocumentReading, run: RunID, rulesDigest: String) throws -> StoreOutcome {
    let state = DocumentState(of: reading.document, rulesDigest: rulesDigest)
    let current = try documents.current(reading.document.id)
    if let current, current.state == state { return StoreOutcome(.unchanged) }
    try verify(reading)
    var outcome: StoreOutcome
    if let current, current.state.digest == state.digest {
      outcome = try reread(reading, current, state, run)
    } else {
      outcome = try storeVersion(reading, after: current, state, run)
    }
    outcome.rejectionsAdded = try rejections.store(
      reading.rejections, document: reading.document.id, stages: Set(Stage.allCases), run: run)
    return outcome
  }

  private func storeVersion(
    _ reading: DocumentReading, after old: CurrentVersion?, _ state: DocumentState, _ run: RunID
  ) throws -> StoreOutcome {
    var outcome = StoreOutcome(old == nil ? .new : .changed)
    if let old {
      try documents.supersede(old.key, run)
      outcome.figuresSuperseded = try figures.supersedeAll(of: old.key, run)
      try relations.supersedeAll(of: old.key, run)
    }
    let version = try documents.insertVersion(reading, after: old, state, run)
    let batch = FigureBatch(reading: reading, version: version, run: run)
    let keys = try figures.insert(batch)
    outcome.figuresAdded = keys.count
    try numerals.insert(reading.numerals, version: version)
    try relations.insert(RelationBatch(figures: batch, keys: keys))
    return outcome
  }

  private func reread(
    _ reading: DocumentReading, _ current: CurrentVersion, _ state: DocumentState, _ run: RunID
  ) throws -> StoreOutcome {
    var outcome = StoreOutcome(.reread)
    try documents.updateVersion(current.key, reading, state, run)
    let batch = FigureBatch(reading: reading, version: current.key, run: run)
    let update = try figures.update(batch)
    outcome.figuresAdded = update.added
    outcome.figuresSuperseded = update.superseded
    try numerals.update(reading.numerals, version: current.key)
    try relations.update(RelationBatch(figures: batch, keys: update.keys))
    return outcome
  }

  private func verify(_ reading: DocumentReading) throws {
    let positions = reading.figures.indices
    for relation in reading.relations {
      for member in relation.members where !positions.contains(member.figure) {
        throw WarehouseError.inconsistentReading(
          document: reading.document.id,
          reason: "a relation names figure \(member.figure) of \(positions.count)")
      }
    }
  }
}
