import Model

/// What stands above a text between two lines `---`, as trafilatura and makers of sites write it:
/// `title: …`, `date: "2024-05-03"`.
struct FrontMatter {
  /// What is said of the document, by the names that columns of CSV have.
  private(set) var metadata: [DocumentField: String] = [:]
  /// Where the text begins.
  let end: Int

  /// How much of a text is looked at, in bytes.
  private static let searchedBytes = 8192

  /// Nil for a text that begins otherwise: also where what stands there names no field.
  init?(_ text: [UInt8], _ fields: FieldNames) {
    guard text.starts(with: "---".utf8) else { return nil }
    let head = text.prefix(Self.searchedBytes)
    var lines = head.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    guard lines.count > 2, Self.isMark(lines.removeFirst()) else { return nil }
    var raw = RawDocument()
    while let line = lines.popFirst() {
      if Self.isMark(line) {
        guard !raw.metadata.isEmpty else { return nil }
        metadata = raw.metadata
        end = min(line.endIndex + 1, text.count)
        return
      }
      // The items of a list, and what a long value goes on with.
      if line.first.map({ $0 <= 0x20 || $0 == UInt8(ascii: "-") }) ?? true { continue }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let name = String(decoding: line[..<colon], as: UTF8.self)
      guard let match = fields.match(name), match.field != .text, raw.wants(match) else { continue }
      raw.take(Self.value(line[(colon + 1)...]), match)
    }
    return nil
  }

  private static func isMark(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 <= 0x20 }
  }

  /// Without the quotation marks that YAML puts around what would be read otherwise.
  private static func value(_ bytes: ArraySlice<UInt8>) -> String {
    let value = bytes.trimmingBlanks
    guard let quote = value.first, value.count > 1, value.last == quote else {
      return value.elementsEqual("null".utf8) ? "" : String(decoding: value, as: UTF8.self)
    }
    let inner = String(decoding: value.dropFirst().dropLast(), as: UTF8.self)
    switch quote {
    case UInt8(ascii: "'"): return inner.replacing("''", with: "'")
    case UInt8(ascii: "\""):
      // The escapes of YAML are those of JSON, but for rare ones.
      return (try? JSONReader.read(Array(value)))?.string ?? inner
    default: return String(decoding: value, as: UTF8.self)
    }
  }
}

extension DecodedText {
  /// The text behind its first bytes.
  func dropFirst(_ count: Int) -> DecodedText {
    var rest = self
    var walk = RawMapWalk(map, bytes)
    var builder = RawMapBuilder(width: map.width)
    guard walk.characterRange(at: count) != nil, walk.move(to: bytes.count, adding: &builder) else {
      return self
    }
    rest.bytes = Array(bytes[count...])
    rest.map = builder.map()
    return rest
  }
}
