import Model

/// Writes readings, with statements that are prepared once.
final class ReadingWriter {
  let documents: DocumentWriter
  let figures: FigureWriter
  let numerals: NumeralWriter
  let relations: RelationWriter
  let rejections: RejectionWriter
  let sentences: SentenceWriter
  let origins: OriginWriter
  let parts: PartWriter
  let appearances: AppearanceWriter
  private let dimensions: FigureDimensions

  init(connection: Connection) throws {
    dimensions = try FigureDimensions(connection: connection)
    documents = try DocumentWriter(connection: connection, ruleSets: dimensions.ruleSets)
    figures = try FigureWriter(connection: connection)
    numerals = try NumeralWriter(connection: connection)
    relations = try RelationWriter(connection: connection)
    rejections = try RejectionWriter(connection: connection)
    sentences = try SentenceWriter(connection: connection)
    origins = try OriginWriter(connection: connection)
    parts = try PartWriter(connection: connection)
    appearances = try AppearanceWriter(connection: connection)
  }

  /// Forgets what was read from a transaction that has been undone.
  func forget() {
    dimensions.forget()
    appearances.forget()
    figures.forget()
  }

  func store(_ reading: PreparedReading, run: RunID) throws -> StoreOutcome {
    let last = try documents.last(reading.document.id)
    if let last, last.isCurrent, last.state == reading.state { return StoreOutcome(.unchanged) }
    try verify(reading)
    var outcome: StoreOutcome
    if let last, last.isCurrent, last.state.digest == reading.state.digest {
      outcome = try reread(reading, last, run)
    } else {
      outcome = try storeVersion(reading, after: last, run)
    }
    (outcome.rejectionsAdded, outcome.rejectionsResolved) = try rejections.store(
      outcome.isCopy ? reading.rejections.filter { $0.stage == .ingest } : reading.rejections,
      document: reading.document.id, stages: Set(Stage.allCases), run: run)
    return outcome
  }

  /// Stores what was read of a text under a version whose text was stored with another one that is
  /// gone.
  func adopt(_ reading: PreparedReading, run: RunID) throws -> StoreOutcome {
    guard let last = try documents.last(reading.document.id), last.isCurrent else {
      return StoreOutcome(.unchanged)
    }
    var reading = reading
    // As its own metadata were read, and not as they are kept.
    reading.state.digest = last.state.digest
    reading.state.metadataDigest = last.state.metadataDigest
    try verify(reading)
    var outcome = try reread(reading, last, run)
    guard !outcome.isCopy else { return outcome }
    (outcome.rejectionsAdded, outcome.rejectionsResolved) = try rejections.store(
      reading.rejections, document: reading.document.id,
      stages: Set(Stage.allCases).subtracting([.ingest]), run: run)
    return outcome
  }

  private func storeVersion(
    _ reading: PreparedReading, after old: LastVersion?, _ run: RunID
  ) throws -> StoreOutcome {
    var outcome = StoreOutcome(old.map { $0.isCurrent ? .changed : .returned } ?? .new)
    if let old, old.isCurrent {
      try documents.supersede(old.key, run)
      outcome.figuresSuperseded = try disbelieve(old.key, run)
    }
    let holder = try appearances.holder(of: reading.state.digest)
    outcome.isCopy = holder != nil
    let version = try documents.insertVersion(
      reading, after: old, run, isCopy: outcome.isCopy)
    try origins.insert(reading.document.origin, version: version)
    try appearances.store(reading, version: version, holder: holder)
    guard !outcome.isCopy else { return outcome }
    try parts.insert(reading.document.parts, version: version)
    let names = try dimensions.keys(of: reading.names)
    var keys: [Int] = []
    keys.reserveCapacity(reading.figureCount)
    let prepared = try reading.forEachStretch { stretch in
      try figures.insert(
        FigureBatch(figures: stretch.figures, nameKeys: names, version: version, run: run), &keys)
      try numerals.insert(stretch.numerals, keys: names, version: version)
    }
    outcome.figuresAdded = keys.count
    try relations.insert(
      RelationBatch(prepared: reading.relations, version: version, run: run, keys: keys))
    try sentences.insert(prepared, keys: keys)
    return outcome
  }

  /// Ends what is believed of a document whose file is gone; gives the number of its figures, and of
  /// the rejections that go with them.
  func withdraw(
    _ document: String, version: Int, run: RunID
  ) throws -> (figures: Int, rejections: Int) {
    try documents.withdraw(version, run)
    let (_, resolved) = try rejections.store(
      [], document: document, stages: Set(Stage.allCases), run: run)
    return (try disbelieve(version, run), resolved)
  }

  private func disbelieve(_ version: Int, _ run: RunID) throws -> Int {
    try appearances.release(version)
    return try disbelieveFigures(version, run)
  }

  private func disbelieveFigures(_ version: Int, _ run: RunID) throws -> Int {
    let count = try figures.supersedeAll(of: version, run)
    try relations.supersedeAll(of: version, run)
    try sentences.remove(version: version)
    return count
  }

  private func reread(
    _ reading: PreparedReading, _ current: LastVersion, _ run: RunID
  ) throws -> StoreOutcome {
    var outcome = StoreOutcome(.reread)
    if try !appearances.isStored(current.key) {
      try appearances.store(reading, version: current.key, holder: nil)
    }
    let holder = try appearances.holder(of: reading.state.digest)
    outcome.isCopy = holder != nil && holder != current.key
    try documents.updateVersion(current.key, reading, run, isCopy: outcome.isCopy)
    try origins.update(reading.document.origin, version: current.key)
    try parts.update(outcome.isCopy ? [] : reading.document.parts, version: current.key)
    if holder != current.key {
      try appearances.move(current.key, digest: reading.state.digest, to: holder)
    }
    if outcome.isCopy {
      // A warehouse of before has them twice.
      outcome.figuresSuperseded = try disbelieveFigures(current.key, run)
      try numerals.removeAll(version: current.key)
      return outcome
    }
    try documents.insertText(of: reading.document, version: current.key)
    let names = try dimensions.keys(of: reading.names)
    let (update, prepared) = try updateFigures(of: reading, names, version: current.key, run)
    outcome.figuresAdded = update.added
    outcome.figuresSuperseded = update.superseded
    try relations.update(
      RelationBatch(
        prepared: reading.relations, version: current.key, run: run, keys: update.keys))
    try sentences.update(prepared, keys: update.keys, version: current.key)
    return outcome
  }

  /// Brings the figures and numerals of a version up to date; gives the sentences, too.
  private func updateFigures(
    of reading: PreparedReading, _ names: [Int], version: Int, _ run: RunID
  ) throws -> (FigureWriter.Update, PreparedSentences) {
    func batch(_ stretch: PreparedStretch) -> FigureBatch {
      FigureBatch(figures: stretch.figures, nameKeys: names, version: version, run: run)
    }
    if case .whole(let stretch, let sentences) = reading.content {
      let update = try figures.update(batch(stretch))
      try numerals.update(stretch.numerals, keys: names, version: version)
      return (update, sentences)
    }
    var update = try figures.beginUpdate(of: version)
    var numeralCount = 0
    let sentences = try reading.forEachStretch { stretch in
      try figures.update(batch(stretch), &update)
      numeralCount = try numerals.update(
        stretch: stretch.numerals, from: numeralCount, keys: names, version: version)
    }
    try figures.finish(&update, version: version, run: run)
    try numerals.remove(from: numeralCount, version: version)
    return (update, sentences)
  }

  private func verify(_ reading: PreparedReading) throws {
    let positions = 0..<reading.figureCount
    for relation in reading.relations.relations {
      for member in relation.members where !positions.contains(member.figure) {
        throw WarehouseError.inconsistentReading(
          document: reading.document.id,
          reason: "a relation names figure \(member.figure) of \(positions.count)")
      }
    }
  }
}
