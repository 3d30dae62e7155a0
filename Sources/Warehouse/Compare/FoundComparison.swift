/// What several articles say about one quantity: a row of the table `comparison`.
struct FoundComparison: Sendable {
  /// What is measured, where and when: an indicator, or, where that is 0, a subject.
  struct Quantity: Sendable {
    var indicator = 0
    var subject = ""
    var place = ""
    var period = 0
  }

  /// What its figures must have in common to be compared.
  struct Kind: Sendable, Hashable {
    var kind: String
    var unit: Int
    var change: String
    var status: String
  }

  var quantity: Quantity
  var kind: Kind
  var statements: Int
  var texts: Int
  var lowest: Int
  var highest: Int
  var verdict: String

  static let columns = [
    "indicator_key", "subject", "place", "period_key", "kind", "unit_key", "change", "status",
    "statements", "texts", "lowest_key", "highest_key", "verdict",
  ]

  func add(to row: inout Parameters) {
    row.add(quantity.indicator)
    row.add(quantity.subject)
    row.add(quantity.place)
    row.add(quantity.period)
    row.add(kind.kind)
    row.add(kind.unit)
    row.add(kind.change)
    row.add(kind.status)
    row.add(statements)
    row.add(texts)
    row.add(lowest)
    row.add(highest)
    row.add(verdict)
  }
}
