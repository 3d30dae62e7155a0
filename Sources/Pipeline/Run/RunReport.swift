import Model
import Warehouse

/// What a run did, for people and for machines.
public struct RunReport: Sendable {
  public enum Status: String, Sendable {
    case running, done, failed, interrupted
  }

  /// How long the stages were at work, summed over the workers.
  public struct Times: Sendable, Hashable {
    public var ingest = Duration.zero
    public var extract = Duration.zero
    public var validate = Duration.zero
    public var load = Duration.zero
    /// Making the indexes that wait for the end of a first load.
    public var index = Duration.zero
    /// Comparing the figures of different articles.
    public var compare = Duration.zero
  }

  public var status = Status.running
  public var isDryRun = false
  public var warehouse: String
  public var arguments: [String]
  public var rulesDigest = ""
  public var run: RunID?
  public var isResumed = false
  public var started = presentTimestamp()
  public var finished: String?
  /// On the clock, from the start to the end.
  public var elapsed = Duration.zero
  public var times = Times()

  /// As in the ledger, but for this go alone when the run was taken up again.
  public var counts = RunCounts()
  /// Documents that the run had stored before it was stopped and taken up again.
  public var documentsDoneBefore = 0
  public var textBytes = 0
  /// Documents among those stored whose text was stored before, with another document.
  public var copies = 0
  public var figuresByKind: [FigureKind: Int] = [:]
  public var numerals: [Disposition: Int] = [:]
  public var relations: [RelationVerdict: Int] = [:]
  public var rejections = RejectionTally()
  /// What made documents unreadable: the first of the reasons.
  public var unreadable: [String] = []
  /// Why files and folders that the sources name could not be read.
  public var missingSources: [String] = []
  /// The sources in their order, with what was found in each.
  public var sources: [SourceCounts] = []
  /// The thresholds of the pipeline, and what every run is held to.
  public var thresholds: [ThresholdResult] = []
  /// What articles say about the same things, over all; nil where nothing was compared.
  public var comparisons: ComparisonCounts?
  /// Why the run could not be done.
  public var failure: String?

  /// How many reasons of unreadable documents are kept to be shown.
  static let reasonsShown = 10

  public init(warehouse: String, arguments: [String]) {
    self.warehouse = warehouse
    self.arguments = arguments
  }

  /// All documents that the sources hold.
  public var documents: Int {
    counts.documentsNew + counts.documentsChanged + counts.documentsReread
      + counts.documentsReturned + counts.documentsUnchanged + documentsDoneBefore
  }

  public var isThresholdPassed: Bool { thresholds.contains { $0.isPassed } }

  /// What the process ends with.
  public var exitCode: Int32 {
    switch status {
    case .done, .running: isThresholdPassed ? 1 : 0
    case .failed: 2
    case .interrupted: 128 + (StopSignal.current ?? 2)
    }
  }

  /// Why no file could be read at all, when there was something to read.
  var nothingRead: String? {
    guard counts.filesSeen == 0, let first = unreadable.first else { return nil }
    return Self.reason(first, more: counts.documentsUnreadable - 1)
  }

  static func reason(_ first: String, more: Int) -> String {
    more > 0 ? "\(first); nothing could be read, \(more) more like it" : first
  }

  /// Counts a reading that was stored.
  mutating func count(_ reading: ReadingCounts) {
    textBytes += reading.textBytes
    figuresByKind.merge(reading.figuresByKind, uniquingKeysWith: +)
    numerals.merge(reading.numerals, uniquingKeysWith: +)
    relations.merge(reading.relations, uniquingKeysWith: +)
    for rejection in reading.rejections { rejections.count(rejection) }
  }

  /// Counts a document, or a file, that was refused as a whole.
  mutating func countUnreadable(_ rejection: Rejection) {
    counts.documentsUnreadable += 1
    rejections.count(rejection)
    if unreadable.count < Self.reasonsShown { unreadable.append(rejection.reason) }
  }
}

/// What a report counts of one reading.
struct ReadingCounts: Sendable {
  let textBytes: Int
  private(set) var figuresByKind: [FigureKind: Int] = [:]
  private(set) var numerals: [Disposition: Int] = [:]
  private(set) var relations: [RelationVerdict: Int] = [:]
  private(set) var rejections: [Rejection] = []

  init(_ reading: DocumentReading) {
    self.init(textBytes: reading.document.text.count)
    add(reading)
    add(reading.relations, reading.rejections)
  }

  /// Of a document that is counted in stretches.
  init(textBytes: Int) { self.textBytes = textBytes }

  /// Counts the figures and numerals of a stretch.
  mutating func add(_ reading: DocumentReading) {
    for figure in reading.figures { figuresByKind[figure.kind, default: 0] += 1 }
    for numeral in reading.numerals { numerals[numeral.disposition, default: 0] += 1 }
  }

  /// Counts what is known of the whole document.
  mutating func add(_ related: [Relation], _ refused: [Rejection]) {
    for relation in related { relations[relation.verdict, default: 0] += 1 }
    rejections += refused
  }
}

/// Rejections by the rule that refused, each with its first reason.
public struct RejectionTally: Sendable {
  public struct Entry: Sendable {
    public var rule: String
    public var count: Int
    public var example: String
  }

  private var entries: [String: Entry] = [:]
  public private(set) var total = 0

  mutating func count(_ rejection: Rejection) {
    total += 1
    entries[
      rejection.rule, default: Entry(rule: rejection.rule, count: 0, example: rejection.reason)
    ].count += 1
  }

  /// The rules that refused most, the most frequent first.
  public func top(_ number: Int = .max) -> [Entry] {
    let sorted = entries.values.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.rule < $1.rule
    }
    return Array(sorted.prefix(number))
  }
}

/// A threshold with what it was compared to.
public struct ThresholdResult: Sendable, Hashable {
  /// As in the pipeline file; with the name of the source for what is set for a source.
  public var name: String
  public var limit: Double
  /// Nil where there was nothing to compare.
  public var value: Double?
  public var isPassed: Bool
  /// What passes it, one by one: the first ``RunReport/reasonsShown``.
  public var failures: [String] = []

  /// What is wrong, in a line; nil when nothing is.
  public var message: String? {
    guard isPassed else { return nil }
    guard let value else { return "\(name) is passed: there is no document" }
    let isShare = name.hasSuffix("share_at_most")
    func text(_ number: Double) -> String {
      isShare ? Numbers.percent(number) : "\(Int(number))"
    }
    return "\(name) is passed: \(text(value)), limit \(text(limit))"
  }
}

extension Thresholds {
  /// Compares the thresholds that are set; a share of nothing passes none.
  func compare(_ report: RunReport) -> [ThresholdResult] {
    var results: [ThresholdResult] = []
    func atMost(_ name: String, _ limit: Double?, _ part: Int, of whole: Int) {
      guard let limit, whole > 0 else { return }
      let share = Double(part) / Double(whole)
      results.append(
        ThresholdResult(name: name, limit: limit, value: share, isPassed: share > limit))
    }
    let rejected = report.numerals[.rejected, default: 0]
    atMost(
      "rejected_share_at_most", rejectedShareAtMost, rejected,
      of: rejected + report.numerals[.figure, default: 0])
    atMost(
      "broken_relations_share_at_most", brokenRelationsShareAtMost,
      report.relations[.broken, default: 0], of: report.relations.values.reduce(0, +))
    if let documentsAtLeast {
      results.append(
        ThresholdResult(
          name: "documents_at_least", limit: Double(documentsAtLeast),
          value: Double(report.documents), isPassed: report.documents < documentsAtLeast))
    }
    return results
  }
}
