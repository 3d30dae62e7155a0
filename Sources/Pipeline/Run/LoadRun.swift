import Ingest
import Model
import Rules
import Warehouse

/// The last stage alone: figures as JSON Lines into the warehouse.
///
/// A figure is stored with the text that it stands in, so that its quote can be checked: the
/// documents come from the output of the ingest stage, in the same order, or from the files that
/// the figures name.
public final class LoadRun {
  public struct Inputs: Sendable {
    /// The figures; nil and `-` are the standard input.
    public var figures: String?
    /// The output of `ingest`.
    public var documents: String?
    /// The output of `extract --numerals`; without it they are read from the texts.
    public var numerals: String?

    public init(figures: String?, documents: String?, numerals: String?) {
      self.figures = figures
      self.documents = documents
      self.numerals = numerals
    }
  }

  private let options: NightlyRun.Options
  private let inputs: Inputs
  private let rules: RuleSet
  private let stages: Stages
  private var figures: DocumentLines<Figure>
  private var numerals: DocumentLines<Numeral>?
  private let refused = Tally()
  public private(set) var report: RunReport

  /// Throws ``PipelineError`` and `TableError` when an input or the rules cannot be read.
  public init(_ options: NightlyRun.Options, _ inputs: Inputs) throws {
    self.options = options
    self.inputs = inputs
    rules = try RuleSet(folder: options.rules)
    stages = Stages(rules: rules)
    report = RunReport(warehouse: options.warehouse, arguments: options.arguments)
    report.rulesDigest = ReadingDigest.of(rules)
    let refuse: (String) -> Void = { [refused] reason in
      refused.count += 1
      Words.logger.warning("\(reason)")
    }
    figures = DocumentLines(try JSONLines(path: inputs.figures, refuse: refuse)) {
      (json) throws(JSONFieldError) in try Figure(json: json)
    }
    if let path = inputs.numerals {
      numerals = DocumentLines(try JSONLines(path: path, refuse: refuse)) {
        (json) throws(JSONFieldError) in try Numeral(json: json)
      }
    }
  }

  /// Loads all, and gives the report with how many lines and documents were refused.
  ///
  /// Throws ``PipelineError``, `WarehouseError` and `SQLiteError`.
  public func run() throws -> (report: RunReport, refused: Int) {
    let clock = ContinuousClock()
    let start = clock.now
    let lock = try RunLock(warehouse: options.warehouse)
    defer { withExtendedLifetime(lock) {} }
    let warehouse = try options.open(.write)
    try warehouse.setDimensions(rules, digest: nil)
    let run = try warehouse.ledger.begin(
      programVersion: Program.version, rulesDigest: report.rulesDigest,
      arguments: options.arguments.joined(separator: " ")
    ).id
    report.run = run
    let writer = RunWriter(
      warehouse: warehouse, run: run, rulesDigest: report.rulesDigest, knownFiles: KnownFiles(),
      report: report)
    do {
      try load(writer, warehouse)
      if StopSignal.current == nil {
        try warehouse.withTransaction { try writer.adoptOrphans { stages } }
      }
      report = writer.report
      report.status = StopSignal.current == nil ? .done : .interrupted
      let unchanged = RunCounts(documentsUnchanged: report.counts.documentsUnchanged)
      if report.status == .done {
        report.comparisons = try warehouse.compareFigures(through: run)
        report.thresholds = [try RunHealth(warehouse: warehouse).ledger()]
        try warehouse.ledger.finish(run, .done, adding: unchanged)
      } else {
        try warehouse.ledger.finish(run, .interrupted)
      }
    } catch {
      try? warehouse.ledger.finish(run, .failed)
      throw error
    }
    report.elapsed = clock.now - start
    return (report, refused.count)
  }

  private func load(_ writer: RunWriter, _ warehouse: Warehouse) throws {
    let documents = try inputs.documents.map { path in
      try JSONLines(path: path) { [refused] reason in
        refused.count += 1
        Words.logger.warning("\(reason)")
      }
    }
    var isDone = false
    while !isDone, StopSignal.current == nil {
      try warehouse.withTransaction {
        for _ in 0..<NightlyRun.transactionDocuments {
          guard let reading = try nextReading(documents) else {
            isDone = true
            return
          }
          try writer.write(reading)
        }
      }
    }
  }

  /// The next document with its figures; nil at the end.
  private func nextReading(_ documents: JSONLines?) throws -> DocumentReading? {
    while true {
      let reading: DocumentReading
      if let documents {
        guard let document = try nextDocument(documents) else {
          try refuseRest()
          return nil
        }
        let isStated = try figures.nextDocument() == document.id
        reading = DocumentReading(
          document: document, figures: isStated ? try figures.next()?.values ?? [] : [])
      } else {
        guard let group = try figures.next() else { return nil }
        guard let document = Self.document(inFile: group.document) else {
          refuse(
            "\(group.place): the text of '\(group.document)' is in no file of that name; "
              + "give the output of `solieu ingest` by --documents")
          continue
        }
        reading = DocumentReading(document: document, figures: group.values)
      }
      if let complete = try complete(reading) { return complete }
    }
  }

  private func nextDocument(_ lines: JSONLines) throws(PipelineError) -> Document? {
    while true {
      let next = try lines.next { (json) throws(JSONFieldError) in try Document(json: json) }
      guard var document = next else { return nil }
      let digest = Digest.sha256(of: document.text)
      if document.digest.isEmpty || document.digest == digest {
        document.digest = digest
        return document
      }
      refuse(
        "\(lines.place): the digest of '\(document.id)' is not that of its text; ingest it anew")
    }
  }

  private static func document(inFile path: String) -> Document? {
    var found: Document?
    RawFiles.read(paths: [path]) { item in
      if case .document(let document) = item, document.id == path { found = document }
    }
    return found
  }

  /// Figures are left when their document is missing, or comes in another order.
  private func refuseRest() throws {
    while let group = try figures.next() {
      refuse(
        "\(group.place): '\(group.document)' is not among the documents, or not in their order; "
          + "extract the figures from that same file")
    }
  }

  /// Adds what the figures alone do not tell; nil when their quotes are not what the text says.
  private func complete(_ reading: DocumentReading) throws -> DocumentReading? {
    let text = reading.document.text
    for figure in reading.figures {
      let range = figure.span.byteStart..<figure.span.byteEnd
      guard range.upperBound <= text.count, text[range].elementsEqual(figure.quote.utf8) else {
        refuse(
          "\(reading.document.id): '\(figure.quote)' does not stand at byte \(range.lowerBound) "
            + "of the text; extract the figures anew")
        return nil
      }
    }
    var given: [Numeral]?
    if let numerals {
      let isNext = try numerals.nextDocument() == reading.document.id
      given = isNext ? try numerals.next()?.values ?? [] : []
    }
    return LoadedReading(reading, numerals: given, read: stages.read(reading.document))
      .complete(stages)
  }

  private func refuse(_ reason: String) {
    refused.count += 1
    Words.logger.warning("\(reason)")
  }
}
