/// What the first lines of a plain text say about it besides the date.
struct TextHeader {
  private let rules: HeaderRules
  /// The first lines that are not blank.
  let lines: [ArraySlice<UInt8>]

  /// How much of a text is looked at, how many lines of it, and how long a title may be.
  private static let searchedBytes = 800
  private static let searchedLines = 6
  private static let titleBytes = 15...250

  init(_ text: [UInt8], _ rules: HeaderRules) {
    self.rules = rules
    lines = Array(
      text.prefix(Self.searchedBytes).split(separator: 0x0A)
        .map { $0.trimmingBlanks }.filter { !$0.isEmpty }.prefix(Self.searchedLines))
  }

  /// The outlet that a line begins with: `(Dân trí) - `, `VOV.VN - `.
  var outlet: String? { namedOutlet?.name }

  /// The same with the bytes of the text that name it, to the end of the bracket.
  var namedOutlet: (name: String, range: Range<Int>)? {
    guard !rules.outlets.isEmpty else { return nil }
    for line in lines {
      let isBracketed = line.first == UInt8(ascii: "(")
      let rest = isBracketed ? line.dropFirst() : line
      guard let end = Self.nameEnd(rest, isBracketed: isBracketed),
        let outlet = rules.outlets[Array(rest[..<end].trimmingBlanks)]
      else { continue }
      return (outlet, line.startIndex..<(isBracketed ? end + 1 : end))
    }
    return nil
  }

  /// Where the name at the start of a line ends: at its bracket or a dash between blanks.
  private static func nameEnd(_ line: ArraySlice<UInt8>, isBracketed: Bool) -> Int? {
    let head = line.prefix(48)
    guard isBracketed else { return head.indices.first { isDash(line, at: $0) } }
    guard let bracket = head.firstIndex(of: UInt8(ascii: ")")) else { return nil }
    let rest = line[(bracket + 1)...].drop { $0 == 0x20 }
    let marks: [[UInt8]] = [[0x2D], [0x2E], [0x3A], [0xE2, 0x80, 0x93], [0xE2, 0x80, 0x94]]
    return marks.contains { rest.starts(with: $0) } ? bracket : nil
  }

  private static func isDash(_ line: ArraySlice<UInt8>, at index: Int) -> Bool {
    [" -", " –", " —"].contains { dash in
      line[index...].starts(with: dash.utf8)
        && (line[(index + dash.utf8.count)...].first ?? 0x20) == 0x20
    }
  }

  /// The first line that is neither a stamp nor a sentence, with text below it.
  var title: String? {
    guard let index = lines.firstIndex(where: { HeaderDate.find(in: Array($0), rules) == nil }),
      index + 1 < lines.count
    else { return nil }
    let line = lines[index]
    guard Self.titleBytes.contains(line.count), let last = line.last,
      !Array(".,;:…".utf8).contains(last), line.first != UInt8(ascii: "("),
      line.contains(0x20), Self.isText(lines[(index + 1)...], below: line)
    else { return nil }
    return String(decoding: line, as: UTF8.self)
  }

  /// A sentence longer than the title, or the title once more.
  private static func isText(
    _ lines: ArraySlice<ArraySlice<UInt8>>, below title: ArraySlice<UInt8>
  ) -> Bool {
    lines.contains { $0 == title || ($0.count > 60 && $0.contains(UInt8(ascii: "."))) }
      || lines.contains { $0.last == UInt8(ascii: ".") }
  }
}

extension ArraySlice<UInt8> {
  /// Without ASCII blanks and U+00A0 at its ends.
  var trimmingBlanks: ArraySlice<UInt8> {
    var text = self
    while let first = text.first {
      if first <= 0x20 {
        text = text.dropFirst()
      } else if text.starts(with: [0xC2, 0xA0]) {
        text = text.dropFirst(2)
      } else {
        break
      }
    }
    while let last = text.last {
      if last <= 0x20 {
        text = text.dropLast()
      } else if text.suffix(2).elementsEqual([0xC2, 0xA0]) {
        text = text.dropLast(2)
      } else {
        break
      }
    }
    return text
  }
}
