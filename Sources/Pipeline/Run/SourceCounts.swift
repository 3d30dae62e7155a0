/// What a run found in one source, those files counted that are as they were.
public struct SourceCounts: Sendable, Hashable {
  public var source: PipelineFile.Source
  public var files = 0
  /// Documents that it holds, and that no source before it does.
  public var documents = 0
  /// Files and records that were refused as a whole in this run.
  public var refused = 0
  /// The day, or the month, of the newest document, as ISO 8601.
  public var newestPublished: String?

  public init(source: PipelineFile.Source) { self.source = source }

  mutating func add(documents: Int, newest: String?) {
    self.documents += documents
    newestPublished = Self.newer(newestPublished, newest)
  }

  /// The later of two dates, as a day.
  static func newer(_ date: String?, _ other: String?) -> String? {
    guard let other = other.map({ String($0.prefix(10)) }) else { return date }
    return date.map { max($0, other) } ?? other
  }
}
