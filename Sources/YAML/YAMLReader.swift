import CLibYAML

extension YAMLNode {
  /// Lists and mappings inside each other; deeper ones would take the stack.
  static let deepest = 200

  /// The document that a text is; nil for a text of nothing but space and comments.
  ///
  /// Aliases stand for what they name. Tags are not heeded. Throws ``YAMLError`` for what is no YAML,
  /// for a key that stands twice and for a second document.
  public init?(reading text: String) throws(YAMLError) {
    var text = text
    let reading = text.withUTF8 { bytes in
      Result<YAMLNode?, YAMLError> { () throws(YAMLError) in
        var reader = try YAMLReader(bytes)
        defer { reader.close() }
        return try reader.document()
      }
    }
    guard let node = try reading.get() else { return nil }
    self = node
  }
}

/// Makes nodes of libyaml's events.
private struct YAMLReader {
  // libyaml keeps pointers into itself: it must stay where it is.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var event = yaml_event_t()
  private var anchors: [String: YAMLNode] = [:]

  /// The bytes must outlive the reader.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(YAMLError) {
    parser = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      throw YAMLError(mark: nil, problem: "there is no memory to read it")
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  mutating func close() {
    yaml_event_delete(&event)
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  mutating func document() throws(YAMLError) -> YAMLNode? {
    try advance()  // The stream's start.
    try advance()
    guard event.type == YAML_DOCUMENT_START_EVENT else { return nil }
    try advance()
    let node = try self.node(depth: 0)
    try advance()  // The document's end.
    guard event.type == YAML_STREAM_END_EVENT else {
      throw YAMLError(mark: mark, problem: "a second document begins here; keep one")
    }
    return node
  }

  /// The node that begins with the event at hand; the event behind it is at hand then.
  private mutating func node(depth: Int) throws(YAMLError) -> YAMLNode {
    let mark = self.mark
    guard depth < YAMLNode.deepest else {
      throw YAMLError(mark: mark, problem: "stands deeper than \(YAMLNode.deepest) levels")
    }
    let anchor: String?
    let content: YAMLNode.Content
    switch event.type {
    case YAML_ALIAS_EVENT:
      let name = Self.string(event.data.alias.anchor) ?? ""
      guard let node = anchors[name] else {
        throw YAMLError(mark: mark, problem: "'*\(name)' names nothing that stands before it")
      }
      try advance()
      return YAMLNode(node.content, mark: mark)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      anchor = Self.string(scalar.anchor)
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      content = .scalar(String(decoding: bytes, as: UTF8.self), Self.style(scalar.style))
      try advance()
    case YAML_SEQUENCE_START_EVENT:
      anchor = Self.string(event.data.sequence_start.anchor)
      var elements: [YAMLNode] = []
      try advance()
      while event.type != YAML_SEQUENCE_END_EVENT { elements.append(try node(depth: depth + 1)) }
      content = .sequence(elements)
      try advance()
    case YAML_MAPPING_START_EVENT:
      anchor = Self.string(event.data.mapping_start.anchor)
      content = .mapping(try members(depth: depth))
    default:
      throw YAMLError(mark: mark, problem: "no value begins here")
    }
    let node = YAMLNode(content, mark: mark)
    if let anchor { anchors[anchor] = node }
    return node
  }

  private mutating func members(depth: Int) throws(YAMLError) -> [YAMLNode.Member] {
    var members: [YAMLNode.Member] = []
    var keys: Set<YAMLNode.Content> = []
    try advance()
    while event.type != YAML_MAPPING_END_EVENT {
      let key = try node(depth: depth + 1)
      // Whatever stands where, a key is its content; quoted or not, it is the same text.
      let plain = key.text.map { .scalar($0, .plain) } ?? key.content
      guard keys.insert(plain).inserted else {
        throw YAMLError(
          mark: key.mark, problem: "\(key.text ?? "a key") stands twice; remove one of them")
      }
      members.append(YAMLNode.Member(key: key, value: try node(depth: depth + 1)))
    }
    try advance()
    return members
  }

  private mutating func advance() throws(YAMLError) {
    yaml_event_delete(&event)
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure }
  }

  private var mark: YAMLNode.Mark { Self.mark(event.start_mark) }

  private var failure: YAMLError {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "cannot be read"
    switch parser.pointee.error {
    case YAML_MEMORY_ERROR: return YAMLError(mark: nil, problem: "there is no memory to read it")
    case YAML_READER_ERROR:
      return YAMLError(
        mark: nil,
        problem: "\(problem) at byte \(parser.pointee.problem_offset); save the file as UTF-8")
    default:
      return YAMLError(
        mark: Self.mark(parser.pointee.problem_mark), problem: "\(problem); correct the YAML there")
    }
  }

  private static func mark(_ mark: yaml_mark_t) -> YAMLNode.Mark {
    YAMLNode.Mark(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLNode.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .plain
    }
  }

  private static func string(_ text: UnsafeMutablePointer<UInt8>?) -> String? {
    text.map { String(cString: $0) }
  }
}
