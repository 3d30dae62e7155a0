import Model

/// A number with its unit, before its context is read.
struct Quantity {
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
  var isGrouped = false
  var rule: String
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
