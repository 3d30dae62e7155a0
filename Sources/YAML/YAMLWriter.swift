import CLibYAML

extension YAMLNode {
  /// The document that the node is, as YAML text in UTF-8 with a line break at its end. Lines are
  /// folded at `width` characters where they can be.
  ///
  /// Throws ``YAMLError`` for what libyaml does not write.
  public func written(width: Int) throws(YAMLError) -> String {
    let writer = try YAMLWriter(width: width)
    defer { writer.close() }
    try writer.write(self)
    return writer.text
  }
}

/// Makes libyaml's events of nodes.
private struct YAMLWriter {
  private final class Output { var bytes: [UInt8] = [] }

  // libyaml keeps pointers into itself: it must stay where it is.
  private let emitter: UnsafeMutablePointer<yaml_emitter_t>
  private let output = Output()

  init(width: Int) throws(YAMLError) {
    emitter = .allocate(capacity: 1)
    guard yaml_emitter_initialize(emitter) == 1 else {
      emitter.deallocate()
      throw YAMLError(mark: nil, problem: "there is no memory to write it")
    }
    yaml_emitter_set_output(
      emitter,
      { output, bytes, count in
        guard let output, let bytes else { return 0 }
        Unmanaged<Output>.fromOpaque(output).takeUnretainedValue().bytes
          .append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
        return 1
      }, Unmanaged.passUnretained(output).toOpaque())
    yaml_emitter_set_encoding(emitter, YAML_UTF8_ENCODING)
    yaml_emitter_set_unicode(emitter, 1)
    yaml_emitter_set_width(emitter, Int32(width))
  }

  func close() {
    yaml_emitter_delete(emitter)
    emitter.deallocate()
  }

  var text: String { String(decoding: output.bytes, as: UTF8.self) }

  func write(_ node: YAMLNode) throws(YAMLError) {
    try emit { yaml_stream_start_event_initialize(&$0, YAML_UTF8_ENCODING) }
    try emit { yaml_document_start_event_initialize(&$0, nil, nil, nil, 1) }
    try writeValue(node)
    try emit { yaml_document_end_event_initialize(&$0, 1) }
    try emit { yaml_stream_end_event_initialize(&$0) }
  }

  private func writeValue(_ node: YAMLNode) throws(YAMLError) {
    switch node.content {
    case .scalar(var text, let style):
      try emit { event in
        text.withUTF8 { bytes in
          yaml_scalar_event_initialize(
            &event, nil, nil, bytes.baseAddress, Int32(bytes.count), 1, 1, Self.style(style))
        }
      }
    case .sequence(let elements):
      try emit { yaml_sequence_start_event_initialize(&$0, nil, nil, 1, YAML_ANY_SEQUENCE_STYLE) }
      for element in elements { try writeValue(element) }
      try emit { yaml_sequence_end_event_initialize(&$0) }
    case .mapping(let members):
      try emit { yaml_mapping_start_event_initialize(&$0, nil, nil, 1, YAML_ANY_MAPPING_STYLE) }
      for member in members {
        try writeValue(member.key)
        try writeValue(member.value)
      }
      try emit { yaml_mapping_end_event_initialize(&$0) }
    }
  }

  /// Which quotes a text needs, where it needs some, libyaml finds out.
  private static func style(_ style: YAMLNode.Style) -> yaml_scalar_style_t {
    switch style {
    case .plain: YAML_ANY_SCALAR_STYLE
    case .quoted: YAML_SINGLE_QUOTED_SCALAR_STYLE
    case .block: YAML_LITERAL_SCALAR_STYLE
    }
  }

  private func emit(_ make: (inout yaml_event_t) -> Int32) throws(YAMLError) {
    var event = yaml_event_t()
    guard make(&event) == 1, yaml_emitter_emit(emitter, &event) == 1 else {
      let problem = emitter.pointee.problem.map { String(cString: $0) } ?? "no memory, or no UTF-8"
      throw YAMLError(mark: nil, problem: "cannot be written: \(problem)")
    }
  }
}
