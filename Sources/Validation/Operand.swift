import Model

/// A number that arithmetic may use: a figure's value, or the whole of a ratio.
struct Operand {
  enum Part { case value, whole }

  let figure: Int
  let part: Part
  let kind: FigureKind
  let estimate: Estimate
  /// The power of ten of the last digit stated.
  let precision: Int
  let change: Change?
  let unit: String?
  /// Equal for equal units of equal kind; counts of whatever noun are of kind ``isCount``.
  let unitID: Int
  /// Things counted, be it alone or in a ratio.
  let isCount: Bool

  var value: ExactDecimal { estimate.value }

  /// States how much there is, not by how much it changed, and in a unit that adds up.
  var isLevel: Bool { change == nil && isAmount }

  var isAmount: Bool {
    switch kind {
    case .count, .money, .measure, .ratio, .rate, .duration: true
    case .percent, .point, .rank, .multiple, .score: false
    }
  }

  /// Can be a part of a whole: rates and ages do not add up.
  var isAddable: Bool {
    isLevel && kind != .rate && unit != "tuổi" && unit != "Cel" && (!isCount || value.isWhole)
  }

  func hasSameUnit(as other: Operand) -> Bool {
    if unitID == other.unitID { return true }
    guard isCount, other.isCount, let unit, let otherUnit = other.unit else { return false }
    return Self.narrows(unit, otherUnit) || Self.narrows(otherUnit, unit)
  }

  /// `hồ sơ trực tuyến` narrows `hồ sơ`.
  static func narrows(_ narrow: String, _ wide: String) -> Bool {
    narrow.utf8.count > wide.utf8.count && narrow.hasPrefix(wide)
      && narrow.utf8.dropFirst(wide.utf8.count).first == UInt8(ascii: " ")
  }
}

extension Operand {
  func member(_ role: String) -> Relation.Member { Relation.Member(figure: figure, role: role) }
}
