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
    guard !rules.captionsByStart.isEmpty else { return }
    var captions: [Range<Int>] = []
    text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var start = 0
      while start < bytes.count, captions.count < Self.captionLimit {
        let feed = memchr(base + start, 0x0A, bytes.count - start)
        let end = feed.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
        if let caption = Self.caption(bytes, start..<end, rules) { captions.append(caption) }
        start = end + 1
      }
    }
    for caption in captions { found.append((.caption, caption)) }
  }

  /// Whether a line without blanks around it is a caption as a whole.
  static func isCaption(_ line: ArraySlice<UInt8>, _ rules: HeaderRules) -> Bool {
    guard !rules.captionsByStart.isEmpty else { return false }
    return line.withUnsafeBufferPointer { caption($0, 0..<$0.count, rules)?.lowerBound == 0 }
  }

  /// A line that begins as captions do or is short and ends with a credit; of a longer one the credit.
  private static func caption(
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ rules: HeaderRules
  ) -> Range<Int>? {
    var (start, end) = (line.lowerBound, line.upperBound)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while start < end, bytes[end - 1] <= 0x20 { end -= 1 }
    guard end - start > 4 else { return nil }
    let isShort = end - start <= captionBytes
    let first = bytes[start] == UInt8(ascii: "(") ? start + 1 : start
    if isShort, words(bytes, first..<end, rules) != nil {
      return isByline(bytes, start..<end, rules) ? nil : start..<end
    }
    for index in max(first + 1, end - creditBytes)..<end where isOpening(bytes[index - 1]) {
      guard let count = words(bytes, index..<end, rules),
        !bytes[(index + count)..<end].contains(UInt8(ascii: ","))
      else { continue }
      guard isShort else { return index..<end }
      return isByline(bytes, start..<end, rules) ? nil : start..<end
    }
    return nil
  }

  /// The length of the words that begin a caption, where some stand at the beginning of a stretch.
  @inline(__always)
  private static func words(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ rules: HeaderRules
  ) -> Int? {
    for words in rules.captionsByStart[Int(bytes[range.lowerBound])]
    where words.count <= range.count {
      var index = 1
      while index < words.count, bytes[range.lowerBound + index] == words[index] { index += 1 }
      if index == words.count { return index }
    }
    return nil
  }

  /// `Bài, ảnh: Lê Na` names who wrote the text, too.
  private static func isByline(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ rules: HeaderRules
  ) -> Bool {
    Byline.author(Array(bytes[range])[...], rules) != nil
  }

  /// A credit begins a bracket or a sentence.
  @inline(__always)
  private static func isOpening(_ before: UInt8) -> Bool {
    before <= 0x20 || before == UInt8(ascii: "(") || before == UInt8(ascii: ".") || before == 0xA0
  }

  /// The parts in the order of the text; of two that overlap the one that was taken first.
  func parts() -> [DocumentPart] {
    var kept: [(role: DocumentPart.Role, range: Range<Int>)] = []
    for part in found where !kept.contains(where: { $0.range.overlaps(part.range) }) {
      kept.append(part)
    }
    kept.sort { $0.range.lowerBound < $1.range.lowerBound }
    var (bytes, characters) = (0, 0)
    return text.withUnsafeBufferPointer { text in
      func character(at offset: Int) -> Int {
        var count = 0
        for index in bytes..<offset { count &+= text[index] & 0xC0 == 0x80 ? 0 : 1 }
        bytes = offset
        characters += count
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
}
