/// How far a run has come, on one line of a terminal that is written over again and again.
public struct ProgressBar {
  /// The bytes of all files that are to be read; nil when that is not known.
  private let totalBytes: Int?
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var lastShown: ContinuousClock.Instant?
  private var isShown = false

  public init(totalBytes: Int?) {
    self.totalBytes = totalBytes
    start = clock.now
  }

  /// Shows the state, at most ten times a second.
  public mutating func show(_ report: RunReport) {
    let now = clock.now
    if let lastShown, now - lastShown < .milliseconds(100) { return }
    lastShown = now
    isShown = true
    let line = Self.line(report, totalBytes, now - start, width: Terminal.width - 1)
    Words.write("\r\u{1B}[K\(line)")
  }

  /// Takes the line away.
  public mutating func clear() {
    if isShown { Words.write("\r\u{1B}[K") }
    isShown = false
  }

  static func line(
    _ report: RunReport, _ totalBytes: Int?, _ time: Duration, width: Int
  ) -> String {
    let numbers =
      " \(Numbers.grouped(report.documents)) documents, "
      + "\(Numbers.grouped(report.counts.figuresAdded)) figures, \(Numbers.time(time))"
    guard let totalBytes, totalBytes > 0 else { return String(numbers.dropFirst().prefix(width)) }
    let share = min(1, Double(report.textBytes) / Double(totalBytes))
    let percent = "\(Int(share * 100)) %"
    let room = min(40, width - numbers.count - 7)
    guard room >= 5 else { return String((percent + numbers).prefix(width)) }
    let filled = Int(share * Double(room))
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: room - filled)
    return "\(bar) \(String(repeating: " ", count: 5 - percent.count))\(percent)\(numbers)"
  }
}
