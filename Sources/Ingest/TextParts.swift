import Glibc
import Model

/// Finds what in a text is not the article's own prose: titles, stamps, captions, the byline.
struct TextParts {
  private var found: [(role: DocumentPart.Role, range: Range<Int>)] = []
  private let text: [UInt8]
  private let rules: HeaderRules

  /// Of a text with more captions the first ones are kept.
  private static let captionLimit = 1000
  /// A longer line with a credit at its end is a paragraph with a caption behind it.
  private static let captionBytes = 300
  private static let creditBytes = 90

  init(_ text: [UInt8], _ rules: HeaderRules) {
    self.text = text
    self.rules = rules
  }

  mutating func add(_ role: DocumentPart.Role, _ range: Range<Int>?) {
    guard let range, !range.isEmpty else { return }
    found.append((role, range))
  }

  /// Takes the title wherever the first lines are it, or begin with it.
  mutating func add(title: String, in header: TextHeader) {
    let title = Array(title.utf8)
    for (index, line) in header.lines.enumerated() where line.starts(with: title) {
      let end = line.startIndex + title.count
      guard line.count == title.count || (index == 0 && text[end] == 0x20) else { continue }
      found.append((.title, line.startIndex..<end))
    }
  }

  /// Takes the captions, line by line.
  mutating func addCaptions() {
    guard !rules.captions.isEmpty else { return }
    var captions: [Range<Int>] = []
    text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var start = 0
      while start < bytes.count, captions.count < Self.captionLimit {
        let feed = memchr(base + start, 0x0A, bytes.count - start)
        let end = feed.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
        if let caption = Self.caption(text[start..<end], rules) { captions.append(caption) }
        start = end + 1
      }
    }
    for caption in captions { found.append((.caption, caption)) }
  }

  /// Whether a line is a caption as a whole.
  static func isCaption(_ line: ArraySlice<UInt8>, _ rules: HeaderRules) -> Bool {
    caption(line, rules)?.lowerBound == line.startIndex
  }

  /// A line that begins as captions do or is short and ends with a credit; of a longer one the credit.
  private static func caption(_ line: ArraySlice<UInt8>, _ rules: HeaderRules) -> Range<Int>? {
    guard line.count > 4 else { return nil }
    let isShort = line.count <= captionBytes
    var index = isShort ? line.startIndex : max(line.startIndex, line.endIndex - creditBytes)
    let creditStart = max(line.startIndex, line.endIndex - creditBytes)
    while index < line.endIndex {
      if rules.captionStarts.contains(line[index]), isOpening(line, at: index),
        let words = rules.captions.first(where: { line[index...].starts(with: $0) })
      {
        let trimmed = line.trimmingBlanks
        let isFirst = line[..<index].allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: "(") }
        let isCredit =
          index >= creditStart && !line[(index + words.count)...].contains(UInt8(ascii: ","))
        if isShort, isFirst || isCredit {
          return Byline.author(trimmed, rules) == nil
            ? trimmed.startIndex..<trimmed.endIndex : nil
        }
        if isCredit { return index..<trimmed.endIndex }
      }
      index += 1
    }
    return nil
  }

  /// A credit begins a line, a bracket or a sentence.
  private static func isOpening(_ line: ArraySlice<UInt8>, at index: Int) -> Bool {
    guard index > line.startIndex else { return true }
    let before = line[index - 1]
    return before <= 0x20 || before == UInt8(ascii: "(") || before == UInt8(ascii: ".")
      || before == 0xA0
  }

  /// The parts in the order of the text; of two that overlap the one that was taken first.
  func parts() -> [DocumentPart] {
    var kept: [(role: DocumentPart.Role, range: Range<Int>)] = []
    for part in found where !kept.contains(where: { $0.range.overlaps(part.range) }) {
      kept.append(part)
    }
    kept.sort { $0.range.lowerBound < $1.range.lowerBound }
    var (bytes, characters) = (0, 0)
    func character(at offset: Int) -> Int {
      for byte in text[bytes..<offset] where byte & 0xC0 != 0x80 { characters += 1 }
      bytes = offset
      return characters
    }
    return kept.map { part in
      let start = character(at: part.range.lowerBound)
      let end = character(at: part.range.upperBound)
      return DocumentPart(
        role: part.role,
        span: Span(
          charStart: start, charEnd: end, byteStart: part.range.lowerBound,
          byteEnd: part.range.upperBound))
    }
  }
}
