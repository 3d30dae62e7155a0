import Model

extension ExactDecimal {
  /// The nearest floating-point number.
  ///
  /// Where digits and power of ten are both exact as floating-point numbers, one division or
  /// multiplication rounds correctly, and the way by way of text is saved.
  var real: Double {
    guard coefficient < 1 << 53, (-22...22).contains(exponent) else { return nearestDouble }
    let digits = Double(UInt64(coefficient))
    let power = Self.powers[exponent.magnitude]
    let magnitude = exponent < 0 ? digits / power : digits * power
    return isNegative ? -magnitude : magnitude
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}

extension Array where Element == Double {
  fileprivate subscript(_ index: UInt) -> Double { self[Int(index)] }
}
