import Ingest
import Model
import Tables

extension PipelineFile {
  /// The only version of the file's own form so far.
  static let formVersion = 1

  /// Reads a pipeline file strictly.
  ///
  /// Throws ``PipelineError`` with file, line and column for a key that is unknown or missing, and
  /// for a value that does not fit.
  public init(path: String) throws(PipelineError) {
    let bytes: [UInt8]
    do throws(InputError) {
      bytes = try InputFile(path: path).readAll() ?? []
    } catch {
      throw PipelineError("\(error); name the folder that holds the pipeline by --root")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw PipelineError("\(path): is not UTF-8; convert the file")
    }
    try self.init(text: text, path: path)
  }

  init(text: String, path: String) throws(PipelineError) {
    let fields = try StrictYAML(path: path).root(text)
    try fields.allow([
      "version", "sources", "rules", "warehouse", "jobs", "limits", "duplicates", "thresholds",
    ])
    guard let version = try fields.integer("version", from: 1) else {
      throw fields.failure("version", "is missing")
    }
    guard version == Self.formVersion else {
      throw fields.failure("version", "is \(version), this program reads \(Self.formVersion)")
    }
    self.init(sources: try Source.all(fields))
    if let limits = try fields.mapping("limits", "the limits") {
      self.limits = try IngestLimits(limits)
    }
    if let limits = try fields.mapping("duplicates", "the limits of duplicates") {
      likeness = try LikenessLimits(limits)
    }
    rules = try fields.string("rules") ?? rules
    warehouse = try fields.string("warehouse") ?? warehouse
    jobs = try fields.integer("jobs", from: 0).flatMap { $0 == 0 ? nil : $0 }
    if let limits = try fields.mapping("thresholds", "the thresholds") {
      thresholds = try Thresholds(limits)
    }
  }
}

extension LikenessLimits {
  init(_ fields: YAMLFields) throws(PipelineError) {
    self.init()
    try fields.allow(["near_words_percent", "near_numbers_percent", "shortest_words"])
    wordPercent = try Self.percent(fields, "near_words_percent") ?? wordPercent
    numberPercent = try Self.percent(fields, "near_numbers_percent") ?? numberPercent
    shortestWords = try fields.integer("shortest_words", from: 4) ?? shortestWords
  }

  private static func percent(
    _ fields: YAMLFields, _ key: String
  ) throws(PipelineError) -> Int? {
    guard let value = try fields.integer(key, from: 0) else { return nil }
    guard value <= 100 else { throw fields.failure(key, "must be at most 100") }
    return value
  }
}

extension Thresholds {
  init(_ fields: YAMLFields) throws(PipelineError) {
    try fields.allow([
      "rejected_share_at_most", "documents_at_least", "broken_relations_share_at_most",
    ])
    rejectedShareAtMost = try fields.share("rejected_share_at_most")
    documentsAtLeast = try fields.integer("documents_at_least", from: 0)
    brokenRelationsShareAtMost = try fields.share("broken_relations_share_at_most")
  }
}
