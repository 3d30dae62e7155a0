/// When an EDTF period ends.
enum PeriodEnd {
  /// True where the period is over before the first day of an order of things.
  static func isBefore(_ period: String, _ day: String) -> Bool {
    guard let last = period.split(separator: "/").last, !last.hasSuffix(".."), !last.hasPrefix("X")
    else { return false }
    // What has no month, or no day, ends with its year or its month.
    let parts = last.split(separator: "-")
    let year = String(parts[0])
    guard parts.count > 1 else { return "\(year)-12-31" < day }
    let month =
      switch parts[1] {
      case "Q1": "03"
      case "Q2", "H1": "06"
      case "Q3": "09"
      case "Q4", "H2": "12"
      default: String(parts[1])
      }
    return "\(year)-\(month)-\(parts.count > 2 ? parts[2] : "31")" < day
  }
}
