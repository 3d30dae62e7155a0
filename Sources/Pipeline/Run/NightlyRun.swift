import Glibc
import Ingest
import Logging
import Model
import Rules
import Warehouse

/// All stages in one go: sources are read, figures extracted and validated by several workers, and
/// stored by one writer, in the order of the input.
///
/// It can be stopped or killed at any point; the next run takes it up and ends in the same
/// warehouse.
public final class NightlyRun {
  public struct Options: Sendable {
    public var root: Root
    public var sources: [PipelineFile.Source]
    public var rules: String
    public var warehouse: String
    /// How many documents are read at a time.
    public var jobs: Int
    public var thresholds = Thresholds()
    /// What single files may unpack to.
    public var limits = IngestLimits()
    /// When texts are taken for one.
    public var likeness = LikenessLimits()
    /// Reads also the files that are as they were.
    public var isFull = false
    /// Counts, and writes nothing.
    public var isDryRun = false
    /// The command line, for the ledger.
    public var arguments: [String] = []
    /// The day that the freshness of sources is reckoned from, ISO 8601.
    var today = String(presentTimestamp().prefix(10))
    /// Ends after so many transactions as a killed process would; for tests.
    var stopAfterTransactions: Int?
    /// The longest text that is not read in stretches; for tests.
    var longestWhole = Stages.longestWhole
    /// How much text one transaction holds before it ends; for tests.
    var transactionBytes = NightlyRun.transactionBytes

    public init(
      root: Root, sources: [PipelineFile.Source], rules: String, warehouse: String, jobs: Int
    ) {
      self.root = root
      self.sources = sources
      self.rules = rules
      self.warehouse = warehouse
      self.jobs = jobs
    }
  }

  /// A transaction ends after so many documents, or so much text, or so many batches.
  static let transactionDocuments = 2000
  static let transactionBytes = 8 << 20
  static let transactionBatches = 64

  let options: Options
  /// What was done so far; complete when ``run(progress:)`` has returned or thrown.
  public private(set) var report: RunReport
  private var transactions = 0
  public init(_ options: Options) {
    self.options = options
    report = RunReport(warehouse: options.warehouse, arguments: options.arguments)
    report.isDryRun = options.isDryRun
  }

  /// Runs, and gives the report.
  ///
  /// - Parameter progress: is told of every transaction's documents and bytes of text.
  /// - Throws: ``PipelineError``, `TableError` for the rules, `WarehouseError` and `SQLiteError`.
  @discardableResult
  public func run(progress: (RunReport) -> Void = { _ in }) throws -> RunReport {
    let clock = ContinuousClock()
    let start = clock.now
    defer {
      report.elapsed = clock.now - start
      report.finished = presentTimestamp()
    }
    do {
      try runLocked(progress)
    } catch {
      report.status = .failed
      report.failure = "\(error)"
      throw error
    }
    return report
  }

  private func runLocked(_ progress: (RunReport) -> Void) throws {
    // Before anything is written: a run with broken rules or without sources leaves no trace.
    report.missingSources = try missingSources()
    let tables = try RunTables(folder: options.rules, limits: options.limits)
    report.rulesDigest = tables.rulesDigest
    if try (try? options.openIfThere())??.tablesDigest() != tables.digest { _ = try tables.read() }
    if options.sources.contains(where: { $0.encoding != nil }) {
      try checkEncodings(tables.read().options.rules)
    }
    guard !options.isDryRun else { return try count(tables, progress) }
    let lock = try RunLock(warehouse: options.warehouse)
    defer { withExtendedLifetime(lock) {} }
    let isNew = access(options.warehouse, F_OK) != 0
    do {
      try run(tables, into: options.open(.write), progress)
    } catch let error as SQLiteError where isNew && error.isDiskFull {
      // What this run made and could store nothing in takes room, and is nothing to go on from.
      if (try? options.openIfThere()?.holdsDocuments()) == false {
        Warehouse.remove(options.warehouse)
      }
      throw error
    }
  }

  private func run(
    _ tables: RunTables, into warehouse: Warehouse, _ progress: (RunReport) -> Void
  ) throws {
    if try warehouse.tablesDigest() != tables.digest {
      try warehouse.setDimensions(tables.read().rules, digest: tables.digest)
    }
    let run = try warehouse.ledger.begin(
      programVersion: Program.version, rulesDigest: report.rulesDigest,
      arguments: options.arguments.joined(separator: " "))
    report.run = run.id
    report.isResumed = run.isResumed
    try warehouse.deferIndexes()
    do {
      try read(tables, warehouse, run.id, progress)
      let ahead = report.status == .running ? try CompareAhead(warehouse) : nil
      defer { ahead?.finish() }
      if options.stopAfterTransactions == nil {
        try timed(\.index) { try warehouse.makeIndexes() }
      }
      try finish(warehouse, run.id, ahead)
    } catch {
      try? warehouse.ledger.finish(run.id, .failed)
      throw error
    }
  }

  /// A dry run: the same without a run in the ledger.
  private func count(_ tables: RunTables, _ progress: (RunReport) -> Void) throws {
    let warehouse = try options.openIfThere()
    try read(tables, warehouse, nil, progress)
    if let reason = report.nothingRead { throw PipelineError(reason) }
    report.thresholds = options.thresholds.compare(report)
    if report.status == .running { report.status = .done }
  }

  private func finish(_ warehouse: Warehouse, _ run: RunID, _ ahead: CompareAhead?) throws {
    guard report.status == .running else {
      // What left no trace is counted by the run that takes this one up, and only then.
      if options.stopAfterTransactions == nil { try warehouse.ledger.finish(run, .interrupted) }
      return
    }
    let untraced = RunCounts(
      filesSeen: report.counts.filesSeen, documentsUnchanged: report.counts.documentsUnchanged,
      documentsUnreadable: report.counts.documentsUnreadable)
    if let reason = report.nothingRead {
      try warehouse.ledger.add(untraced, to: run)
      throw PipelineError(reason)
    }
    try timed(\.compare) {
      report.comparisons = try warehouse.compareFigures(through: run, ahead: ahead?.finish())
    }
    let health = RunHealth(warehouse: warehouse)
    report.thresholds =
      options.thresholds.compare(report)
      + [try health.ledger()] + (try health.freshness(of: options.sources, today: options.today))
      + health.expected(of: report.sources)
    try warehouse.ledger.finish(run, .done, adding: untraced)
    report.status = .done
  }

  private func timed(
    _ time: WritableKeyPath<RunReport.Times, Duration>, _ body: () throws -> Void
  ) rethrows {
    let clock = ContinuousClock()
    let start = clock.now
    defer { report.times[keyPath: time] += clock.now - start }
    try body()
  }

  private func read(
    _ tables: RunTables, _ warehouse: Warehouse?, _ run: RunID?, _ progress: (RunReport) -> Void
  ) throws {
    let walk = try WalkAhead(options.sources)
    defer { walk.stop() }
    let known = try warehouse?.knownFiles() ?? KnownFiles()
    var feed = SourceFeed(
      sources: options.sources, walk: walk, tables: tables, run: run ?? RunID(rawValue: 0),
      recordedFiles: known, readsAll: options.isFull,
      retried: try warehouse?.refused(byRules: SourceFeed.retriedRules) ?? [])
    if try warehouse?.holdsDocuments() == true {
      feed.openLookup = { [options] () throws -> Warehouse in try options.open(.readOnly) }
    }
    let writer = RunWriter(
      warehouse: warehouse, run: run, rulesDigest: report.rulesDigest, knownFiles: known,
      report: report)
    writer.longestWhole = options.longestWhole
    writer.makeStages = { [options] in
      try Stages(rules: tables.read().rules, likeness: options.likeness)
    }
    defer { report = writer.report }
    try Conveyor<SourceBatch, ReadBatch>.run(
      jobs: options.jobs, weight: \.textBytes, feed: { [feed] put in feed.feed(put) },
      worker: { [options] in Self.worker(tables, options) },
      take: { next in try write(writer, next, progress) })
    guard writer.report.status == .running, let warehouse, run != nil else { return }
    // In one transaction: few texts lose the document that they are stored with.
    try warehouse.withTransaction { try writer.adoptOrphans() }
  }

  /// What one worker reads batches with.
  private static func worker(
    _ tables: RunTables, _ options: Options
  ) -> (SourceBatch) -> ReadBatch {
    var made: Stages?
    return { batch in
      ReadBatch(
        batch, rulesDigest: tables.rulesDigest, longestWhole: options.longestWhole,
        likeness: options.likeness
      ) {
        let stages = try made ?? Stages(rules: tables.read().rules, likeness: options.likeness)
        made = stages
        return stages
      }
    }
  }

  private func write(
    _ writer: RunWriter, _ next: () -> ReadBatch?, _ progress: (RunReport) -> Void
  ) throws {
    while try writeTransaction(writer, next) {
      progress(writer.report)
      transactions += 1
      // What was freed in pieces is given back now and then; else it would grow with the input.
      if transactions % 16 == 0 { Warehouse.returnMemory() }
      if StopSignal.current != nil || transactions == options.stopAfterTransactions {
        return writer.update { $0.status = .interrupted }
      }
    }
    progress(writer.report)
  }

  /// Writes one transaction; false when there is nothing more to come.
  private func writeTransaction(_ writer: RunWriter, _ next: () -> ReadBatch?) throws -> Bool {
    // Before the transaction begins, so that nobody is locked out while the first batch is read.
    guard var batch = next() else { return false }
    guard let warehouse = writer.warehouse, writer.run != nil else {
      try writer.write(batch)
      return true
    }
    let before = writer.report
    do {
      return try warehouse.withTransaction { try fill(writer, &batch, next) }
    } catch {
      // What was undone is not to be told as done.
      writer.update { $0 = before }
      throw error
    }
  }

  /// Writes batches until the transaction is large enough; false at the end.
  private func fill(
    _ writer: RunWriter, _ batch: inout ReadBatch, _ next: () -> ReadBatch?
  ) throws -> Bool {
    var (documents, bytes, batches) = (0, 0, 0)
    while true {
      let clock = ContinuousClock()
      let start = clock.now
      try writer.write(batch)
      writer.update { $0.times.load += clock.now - start }
      documents += batch.events.count
      bytes += batch.textBytes
      batches += 1
      let isFull =
        documents >= Self.transactionDocuments || bytes >= options.transactionBytes
        || batches >= Self.transactionBatches
      if isFull || StopSignal.current != nil { return true }
      guard let following = next() else { return true }
      batch = following
    }
  }
}
