import Ingest

extension PipelineFile.Source {
  private static let keys = [
    "name", "paths", "glob", "format", "encoding", "mapping", "delimiter", "outlet", "place",
    "time_zone",
    "licence", "expected_documents", "fresh_within_days",
  ]

  /// The sources of a pipeline file.
  static func all(_ fields: YAMLFields) throws(PipelineError) -> [PipelineFile.Source] {
    var sources: [PipelineFile.Source] = []
    for entry in try fields.list("sources", each: "a source") {
      let source = try PipelineFile.Source(entry)
      guard !sources.contains(where: { $0.name == source.name }) else {
        throw entry.failure("name", "'\(source.name)' is the name of another source")
      }
      sources.append(source)
    }
    return sources
  }

  private init(_ entry: YAMLFields) throws(PipelineError) {
    try entry.allow(Self.keys)
    self.init(
      name: try entry.requiredString("name"), paths: try entry.strings("paths"),
      outlet: try entry.string("outlet"), place: try entry.string("place"))
    globs = try entry.optionalStrings("glob")
    licence = try entry.string("licence")
    freshWithinDays = try entry.integer("fresh_within_days", from: 0)
    if let name = try entry.string("format") {
      format = SourceFormat(named: name)
      guard format != nil else {
        throw entry.failure(
          "format", "must be one of \(SourceFormat.allNames.joined(separator: ", "))")
      }
    }
    encoding = try entry.string("encoding")
    if let zone = try entry.string("time_zone") {
      timeZone = UTCOffset(zone)
      guard timeZone != nil else {
        throw entry.failure("time_zone", "must be an offset from UTC, such as \"+07:00\"")
      }
    }
    delimiter = try Self.delimiter(entry)
    mapping = try Self.mapping(entry)
    expected = try Self.expected(entry)
  }

  private static func delimiter(_ entry: YAMLFields) throws(PipelineError) -> UInt8? {
    guard let text = try entry.string("delimiter") else { return nil }
    switch text {
    case ",", ";", "|", "\t": return text.utf8.first
    case "tab": return 0x09
    default: throw entry.failure("delimiter", "must be ',', ';', '|' or tab")
    }
  }

  private static func mapping(_ entry: YAMLFields) throws(PipelineError) -> [String: [String]] {
    guard let fields = try entry.mapping("mapping", "the mapping") else { return [:] }
    try fields.allow(FieldNames.fields)
    var mapping: [String: [String]] = [:]
    for field in FieldNames.fields {
      let names = try fields.optionalStrings(field)
      if !names.isEmpty { mapping[field] = names }
    }
    return mapping
  }

  private static func expected(
    _ entry: YAMLFields
  ) throws(PipelineError) -> PipelineFile.ExpectedDocuments {
    guard let fields = try entry.mapping("expected_documents", "the expected documents") else {
      return .init()
    }
    try fields.allow(["lowest", "highest"])
    let expected = PipelineFile.ExpectedDocuments(
      lowest: try fields.integer("lowest", from: 0), highest: try fields.integer("highest", from: 0)
    )
    if let lowest = expected.lowest, let highest = expected.highest, lowest > highest {
      throw fields.failure("lowest", "must not be more than 'highest'")
    }
    return expected
  }

  /// How the source's files are read, over what holds for all sources.
  func options(over standard: IngestOptions) -> IngestOptions {
    var options = standard
    options.format = format
    options.encoding = encoding.flatMap { standard.rules?.encoding(named: $0) ?? $0 }
    options.outlet = outlet
    options.delimiter = delimiter
    options.timeZone = timeZone
    for (field, names) in mapping { _ = options.fields.map(field, to: names) }
    return options
  }
}

extension IngestLimits {
  init(_ fields: YAMLFields) throws(PipelineError) {
    self.init()
    try fields.allow([
      "document_bytes", "compression_ratio", "unpacked_bytes", "entry_bytes", "entries", "nesting",
    ])
    documentBytes = try fields.integer("document_bytes", from: 1) ?? documentBytes
    compressionRatio = try fields.integer("compression_ratio", from: 1) ?? compressionRatio
    unpackedBytes = try fields.integer("unpacked_bytes", from: 1) ?? unpackedBytes
    entryBytes = try fields.integer("entry_bytes", from: 1) ?? entryBytes
    entries = try fields.integer("entries", from: 1) ?? entries
    nesting = try fields.integer("nesting", from: 0) ?? nesting
  }
}
