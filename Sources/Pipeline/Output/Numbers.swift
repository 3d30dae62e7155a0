/// Numbers as people read them.
enum Numbers {
  /// `1,234,567`.
  static func grouped(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    var index = digits.count - 3
    while index > 0 {
      digits.insert(",", at: index)
      index -= 3
    }
    return (number < 0 ? "-" : "") + String(digits)
  }

  /// A number with one digit after the point.
  static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(grouped(tenths / 10)).\(abs(tenths % 10))"
  }

  /// `0.42 s`, `12.3 s`, `2 min 05 s`.
  static func time(_ duration: Duration) -> String {
    let seconds = duration.seconds
    if seconds < 10 {
      let hundredths = Int((seconds * 100).rounded())
      let rest = hundredths % 100
      return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
    }
    if seconds < 60 { return "\(tenths(seconds)) s" }
    let whole = Int(seconds.rounded())
    return "\(whole / 60) min \(whole % 60 < 10 ? "0" : "")\(whole % 60) s"
  }

  /// `12.3 MB`.
  static func megabytes(_ bytes: Int) -> String { "\(tenths(Double(bytes) / 1_000_000)) MB" }

  /// A share in percent.
  static func percent(_ share: Double) -> String { "\(tenths(share * 100)) %" }
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1_000_000_000_000_000_000
  }
}
