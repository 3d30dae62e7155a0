import CLibXML2

/// Reads XML by libxml2 as a stream, and hands its elements on.
final class XMLParser {
  var documents: XMLDocuments
  private var context: xmlParserCtxtPtr?

  private static let isInitialized: Bool = {
    xmlInitParser()
    return true
  }()

  init(_ documents: XMLDocuments) {
    self.documents = documents
    guard Self.isInitialized else { return }
    var handler = Self.handler
    context = xmlCreatePushParserCtxt(
      &handler, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
    // Nothing is loaded, and no entity but those of XML itself is known, so none can be a bomb.
    xmlCtxtUseOptions(
      context,
      Int32(XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue))
  }

  deinit { xmlFreeParserCtxt(context) }

  /// The encoding that the file declares, in small letters.
  var encoding: String? {
    context?.pointee.encoding.map { String(cString: $0).lowercased() }
  }

  /// Takes the next bytes; false where nothing can be read any more.
  func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.withMemoryRebound(to: CChar.self) { bytes in
      _ = xmlParseChunk(context, bytes.baseAddress, Int32(bytes.count), 0)
    }
    return !hasBadBytes && context?.pointee.disableSAX == 0
  }

  func finish() { _ = xmlParseChunk(context, nil, 0, 1) }

  /// What the parser objected to last, since it was asked for.
  func takeProblem() -> String? {
    guard let error = xmlCtxtGetLastError(context), error.pointee.code != 0 else { return nil }
    if error.pointee.code == Int32(XML_ERR_INVALID_ENCODING.rawValue) { hasBadBytes = true }
    defer { xmlCtxtResetLastError(context) }
    // A name space without a declaration harms nobody.
    guard error.pointee.level != XML_ERR_WARNING,
      error.pointee.domain != Int32(XML_FROM_NAMESPACE.rawValue)
    else { return nil }
    let words = error.pointee.message.map { String(cString: $0) } ?? ""
    return "line \(error.pointee.line): "
      + words.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// What follows bytes that are in no encoding would be read in another one.
  private var hasBadBytes = false

  private var offset: Int { max(0, Int(xmlByteConsumed(context))) }
  private var line: Int { Int(xmlSAX2GetLineNumber(context)) }

  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.startElement = { context, name, attributes in
      guard let context, let name else { return }
      let parser = XMLParser.of(context)
      parser.documents.start(
        XMLParser.name(name), XMLParser.pairs(attributes), line: parser.line)
    }
    handler.endElement = { context, name in
      guard let context, let name else { return }
      let parser = XMLParser.of(context)
      let offset = parser.documents.isInRecord ? parser.offset : 0
      parser.documents.end(XMLParser.name(name), offset: offset) { parser.takeProblem() }
      if offset > 0 { parser.documents.move(to: offset) }
    }
    handler.characters = { context, bytes, count in
      guard let context else { return }
      XMLParser.of(context).documents.take(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    return handler
  }

  private static func of(_ context: UnsafeMutableRawPointer) -> XMLParser {
    Unmanaged<XMLParser>.fromOpaque(context).takeUnretainedValue()
  }

  /// In small letters and without a prefix.
  private static func name(_ name: UnsafePointer<UInt8>) -> String {
    let whole = String(cString: name).lowercased()
    return whole.lastIndex(of: ":").map { String(whole[whole.index(after: $0)...]) } ?? whole
  }

  private static func pairs(
    _ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) -> [(String, String)] {
    var pairs: [(String, String)] = []
    var next = list
    while let pair = next, let name = pair[0], let value = pair[1] {
      pairs.append((self.name(name), String(cString: value)))
      next = pair + 2
    }
    return pairs
  }
}
