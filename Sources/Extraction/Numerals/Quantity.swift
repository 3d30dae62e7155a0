import Model

/// A number with its unit, before its context is read.
///
/// A class, as readers hand it around many times and never two at once change it.
final class Quantity {
  /// Number, scale and unit, in tokens.
  var range: Range<Int>
  /// Number and scale only.
  var numberRange: Range<Int>
  var value: ExactDecimal
  var upper: ExactDecimal?
  var of: ExactDecimal?
  var precision: Int
  var kind: FigureKind
  /// Nil where the number stands without a unit of its own.
  var unit: String?
  var scale: Int
  var isInWords = false
  var isVague = false
  /// What the number is a rate per, where its own unit is left out: 3/trận.
  var per: String?
  var isGrouped: Bool
  /// Written with tr or k, or beside words of money: a scale without a unit is dong.
  var isMoney = false
  var rule: String

  /// A number of years lived.
  var isAge: Bool { unit?.isSame(as: "tuổi") == true }

  init(
    range: Range<Int>, numberRange: Range<Int>, value: ExactDecimal, upper: ExactDecimal? = nil,
    of: ExactDecimal? = nil, precision: Int, kind: FigureKind, unit: String? = nil, scale: Int,
    isInWords: Bool = false, isVague: Bool = false, isGrouped: Bool = false, rule: String
  ) {
    self.range = range
    self.numberRange = numberRange
    self.value = value
    self.upper = upper
    self.of = of
    self.precision = precision
    self.kind = kind
    self.unit = unit
    self.scale = scale
    self.isInWords = isInWords
    self.isVague = isVague
    self.isGrouped = isGrouped
    self.rule = rule
  }
}

/// A numeral with what became of it.
struct Item {
  enum Outcome {
    case figure(Quantity)
    case time(TimeExpression)
    case reference
    case rejected(String)
  }

  var range: Range<Int>
  var outcome: Outcome
  var rule: String
}
