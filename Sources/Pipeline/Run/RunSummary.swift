import Model
import Warehouse

/// A report in words: what a person reads at the end of a run.
public struct RunSummary {
  private let report: RunReport
  private var lines: [String] = []

  /// How many rules that refused something are shown.
  private static let rulesShown = 10

  /// The lines of the summary, each with its line feed.
  public static func text(_ report: RunReport) -> String {
    var summary = RunSummary(report: report)
    summary.build()
    return summary.lines.map { "\($0)\n" }.joined()
  }

  private init(report: RunReport) { self.report = report }

  private mutating func build() {
    lines.append(title)
    documents()
    figures()
    comparisons()
    rejections()
    for threshold in report.thresholds where threshold.isPassed { passed(threshold) }
    warehouse()
  }

  private var title: String {
    let number = report.run.map { " \($0)" } ?? ""
    let kind = report.isDryRun ? "dry run" : "run\(number)"
    let resumed = report.isResumed ? ", taken up again" : ""
    return "\(Program.name) \(Program.version): \(kind) \(report.status.rawValue)\(resumed), "
      + Numbers.time(report.elapsed)
  }

  private mutating func row(_ name: String, _ text: String) {
    lines.append(name + String(repeating: " ", count: max(1, 13 - name.count)) + text)
  }

  private mutating func documents() {
    let counts = report.counts
    var parts = [
      (counts.documentsNew, "new"), (counts.documentsChanged, "changed"),
      (counts.documentsUnchanged, "unchanged"), (counts.documentsUnreadable, "unreadable"),
    ]
    if counts.documentsReread > 0 { parts.insert((counts.documentsReread, "read again"), at: 2) }
    if counts.documentsReturned > 0 { parts.append((counts.documentsReturned, "returned")) }
    if counts.documentsWithdrawn > 0 { parts.append((counts.documentsWithdrawn, "withdrawn")) }
    if report.copies > 0 { parts.append((report.copies, "with the text of another one")) }
    if report.documentsDoneBefore > 0 {
      parts.append((report.documentsDoneBefore, "done before it was stopped"))
    }
    let text = parts.map { "\(Numbers.grouped($0.0)) \($0.1)" }.joined(separator: ", ")
    let size = report.textBytes > 0 ? " (\(Numbers.megabytes(report.textBytes)) of text read)" : ""
    row("documents", text + size)
    for reason in report.unreadable { row("", reason) }
    let more = counts.documentsUnreadable - report.unreadable.count
    if more > 0 { row("", "and \(Numbers.grouped(more)) more; see the view rejections") }
  }

  private mutating func figures() {
    let counts = report.counts
    let change =
      counts.figuresSuperseded > 0
      ? "\(Numbers.grouped(counts.figuresAdded)) added, "
        + "\(Numbers.grouped(counts.figuresSuperseded)) superseded"
      : "\(Numbers.grouped(counts.figuresAdded)) added"
    row("figures", change)
    let kinds = FigureKind.allCases.filter { report.figuresByKind[$0] != nil }
      .map { (name: $0.rawValue, count: report.figuresByKind[$0, default: 0]) }
      .sorted { $0.count > $1.count }
    if !kinds.isEmpty { row("  by kind", Self.list(kinds)) }
    let numerals = Disposition.allCases.filter { report.numerals[$0] != nil }
      .map { (name: $0.rawValue, count: report.numerals[$0, default: 0]) }
    if !numerals.isEmpty { row("numerals", Self.list(numerals)) }
    let relations = RelationVerdict.allCases.filter { report.relations[$0] != nil }
      .map { (name: $0.rawValue, count: report.relations[$0, default: 0]) }
    if !relations.isEmpty { row("relations", Self.list(relations)) }
  }

  private static func list(_ counts: [(name: String, count: Int)]) -> String {
    counts.map { "\(Numbers.grouped($0.count)) \($0.name)" }.joined(separator: ", ")
  }

  private mutating func rejections() {
    let resolved = report.counts.rejectionsResolved
    if resolved > 0 { row("resolved", "\(Numbers.grouped(resolved)) rejections of before") }
    guard report.rejections.total > 0 else { return }
    row("rejections", Numbers.grouped(report.rejections.total))
    for entry in report.rejections.top(Self.rulesShown) {
      let count = Numbers.grouped(entry.count)
      let indent = String(repeating: " ", count: max(1, 8 - count.count))
      let example = entry.example.count > 100 ? "\(entry.example.prefix(99))…" : entry.example
      lines.append("\(indent)\(count)  \(entry.rule): \(example)")
    }
  }

  private mutating func passed(_ threshold: ThresholdResult) {
    row("threshold", threshold.message ?? threshold.name)
    for failure in threshold.failures { row("", failure) }
  }

  private mutating func comparisons() {
    guard let counts = report.comparisons, counts != ComparisonCounts() else { return }
    row(
      "compared",
      "\(Numbers.grouped(counts.corroborated)) corroborated, "
        + "\(Numbers.grouped(counts.contradicted)) contradicted, "
        + "\(Numbers.grouped(counts.jumps)) jumps in series")
  }

  private mutating func warehouse() {
    guard !report.isDryRun else { return row("warehouse", "not touched") }
    let isStopped = report.status == .interrupted
    row("warehouse", report.warehouse + (isStopped ? "; the next run takes this one up" : ""))
    let file =
      report.warehouse.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) }
      ? report.warehouse : "'\(report.warehouse)'"
    row(
      "try",
      "sqlite3 -box \(file) \"SELECT quote, subject, title FROM figures "
        + "WHERE kind = 'money' ORDER BY value_real DESC LIMIT 10\"")
  }
}
