/// How often a text names each year, and which of them it reports of.
///
/// Without a dictionary: few texts name more than a handful.
struct YearCounts {
  private struct Entry {
    var year: Int
    var count: Int
    var isReported: Bool
    /// How often outside of brackets.
    var plain = 0
  }

  private var entries: ContiguousArray<Entry> = []
  private(set) var hasReported = false

  mutating func add(_ count: Int, to year: Int, isPlain: Bool = true) {
    let place = place(of: year)
    entries[place].count += count
    if isPlain { entries[place].plain += count }
  }

  mutating func report(_ year: Int) {
    entries[place(of: year)].isReported = true
    hasReported = true
  }

  func isReported(_ year: Int) -> Bool {
    entries.contains { $0.year == year && $0.isReported }
  }

  /// Named more than once, or with a day or a month.
  func isRepeated(_ year: Int) -> Bool {
    entries.contains { $0.year == year && $0.plain > 1 }
  }

  /// The year named most, the earlier one of two; nil where none is.
  var best: Int? {
    var best: Entry?
    for entry in entries {
      if let known = best, (known.count, -known.year) >= (entry.count, -entry.year) { continue }
      best = entry
    }
    return best?.year
  }

  private mutating func place(of year: Int) -> Int {
    if let known = entries.firstIndex(where: { $0.year == year }) { return known }
    if entries.isEmpty { entries.reserveCapacity(8) }
    entries.append(Entry(year: year, count: 0, isReported: false))
    return entries.count - 1
  }
}
