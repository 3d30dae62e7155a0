import Model

/// What the words around a quantity say of it.
///
/// A class, as readers hand it around many times: what is large is copied each time.
final class Meaning {
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
  /// It may belong to an indicator's series.
  var isOfSeries = true
  var rules = RuleTrail()

  init(kind: FigureKind, unit: String?) {
    self.kind = kind
    self.unit = unit
  }
}
