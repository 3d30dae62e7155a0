import Model

/// What the words around a quantity say of it.
struct Meaning: ~Copyable {
  var kind: FigureKind
  var unit: String?
  var qualifier: Qualifier?
  var change: Change?
  var status: Status = .actual
  var statusRule: String?
  var basis: Range<Int>?
  var period: String?
  var place: String?
  var subject: Range<Int>?
  var source: Range<Int>?
  var indicator: String?
  var rules = RuleTrail()
}
