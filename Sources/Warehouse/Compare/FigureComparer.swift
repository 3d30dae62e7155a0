/// Compares the figures of one quantity after another, as a statement of ``ComparisonSQL`` gives them.
///
/// Here and not in SQL, where windows over all of them take four times as long.
final class FigureComparer {
  private let connection: Connection
  private let cluster: Statement
  private let origin: Statement
  private let words: Statement
  private let isContradiction: Statement
  private var row = Parameters()

  private var quantity = FoundComparison.Quantity()
  private var groups: [ComparedGroup] = []

  init(_ connection: Connection) throws {
    self.connection = connection
    cluster = try connection.prepare(ComparisonSQL.cluster)
    origin = try connection.prepare(ComparisonSQL.origin)
    words = try connection.prepare(ComparisonSQL.words)
    isContradiction = try connection.prepare(ComparisonSQL.isContradiction)
  }

  /// Hands to `body` what is found. Throws ``SQLiteError`` and what `body` throws.
  func compare(_ sql: String, _ body: (FoundComparison) throws -> Void) throws {
    var isFirst = true
    try connection.prepare(sql).forEachRow { figure in
      if isFirst || !isOfQuantity(figure) {
        try finish(body)
        quantity = FoundComparison.Quantity(
          indicator: figure.integer(0), subject: figure.text(1), place: figure.text(2),
          period: figure.integer(3))
        isFirst = false
      }
      add(figure)
    }
    try finish(body)
  }

  private func isOfQuantity(_ figure: Statement) -> Bool {
    figure.integer(3) == quantity.period && figure.holds(quantity.subject, in: 1)
      && figure.integer(0) == quantity.indicator && figure.holds(quantity.place, in: 2)
  }

  private func add(_ figure: Statement) {
    let compared = ComparedFigure(
      version: figure.integer(8), key: figure.integer(9), value: figure.real(10),
      charStart: figure.integer(11), charEnd: figure.integer(12), low: figure.real(13),
      high: figure.real(14))
    let kind = FoundComparison.Kind(
      kind: figure.text(4), unit: figure.integer(5), change: figure.text(6),
      status: figure.text(7))
    // There are few groups of one quantity.
    if let index = groups.firstIndex(where: { $0.kind == kind }) {
      groups[index].figures.append(compared)
    } else {
      groups.append(ComparedGroup(kind: kind, figures: [compared]))
    }
  }

  private func finish(_ body: (FoundComparison) throws -> Void) throws {
    for group in groups where group.isOfSeveralVersions {
      if let found = try compare(group) { try body(found) }
    }
    groups.removeAll(keepingCapacity: true)
  }

  private func compare(_ group: ComparedGroup) throws -> FoundComparison? {
    let bounds = group.bounds
    let agree = bounds.low <= bounds.high
    guard try agree || (!group.isSplit && isOneThing(bounds)) else { return nil }
    let texts = try texts(of: group)
    return FoundComparison(
      quantity: quantity, kind: group.kind, statements: group.figures.count, texts: texts,
      lowest: bounds.lowest.key, highest: bounds.highest.key,
      verdict: !agree ? "contradicted" : texts > 1 ? "corroborated" : "repeated")
  }

  private func isOneThing(_ bounds: ComparedGroup.Bounds) throws -> Bool {
    guard bounds.lowest.value != 0 else { return false }
    row.clear()
    row.add(bounds.lowest.key)
    row.add(bounds.highest.key)
    row.add(quantity.indicator)
    row.add(quantity.subject)
    row.add(bounds.highest.value / bounds.lowest.value)
    return try isContradiction.firstRow(row) { _ in true } ?? false
  }

  /// How many voices say it: texts that are copies, and those that say it in the same words, are one.
  private func texts(of group: ComparedGroup) throws -> Int {
    let versions = group.versions
    // Where all texts are copies of one, none is read.
    var clusters: Set<Int> = []
    for version in versions {
      row.clear()
      row.add(version)
      clusters.insert(try cluster.firstRow(row) { $0.integer(0) } ?? version)
    }
    guard clusters.count > 1 else { return 1 }
    var origins: Set<ByteText> = []
    for version in versions {
      row.clear()
      row.add(version)
      guard let text = try origin.firstRow(row, { $0.text(0) }) else { continue }
      origins.insert(ByteText(text: text))
    }
    guard origins.count > 1 else { return 1 }
    return min(origins.count, try differentWords(of: group))
  }

  /// How many different words stand around its figures; those of a very long text are its own.
  private func differentWords(of group: ComparedGroup) throws -> Int {
    var met: Set<ByteText> = []
    var long: Set<Int> = []
    for figure in group.figures {
      row.clear()
      row.add(figure.version)
      row.add(figure.charStart)
      row.add(figure.charEnd)
      if let text = try words.firstRow(row, { $0.text(0) }) {
        met.insert(ByteText(text: text))
      } else {
        long.insert(figure.version)
      }
    }
    return met.count + long.count
  }
}
