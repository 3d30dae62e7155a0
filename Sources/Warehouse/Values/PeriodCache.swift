/// The days of periods that were asked for before: most figures are about few periods.
struct PeriodCache {
  private static let limit = 4096
  private var known: [String: PeriodDays] = [:]

  mutating func days(of period: String) -> PeriodDays {
    if let days = known[period] { return days }
    // Texts without end must not fill the memory; periods in use are back at once.
    if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
    let days = PeriodDays(period)
    known[period] = days
    return days
  }
}
