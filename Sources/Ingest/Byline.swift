/// Who wrote an article, as said at the end of its text: `Minh Hà`, `Theo TTXVN`, `Bài, ảnh: Lê Na`.
struct Byline {
  var author: String
  /// The bytes of the text that say so.
  var range: Range<Int>

  /// How much of the end of a text is looked at, and how long a byline may be, in bytes.
  private static let searchedBytes = 1000
  private static let bylineBytes = 120
  /// How many lines at the end may be captions or blank.
  private static let searchedLines = 4

  /// The byline of a text; nil where its end names nobody.
  static func find(in text: [UInt8], _ rules: HeaderRules) -> Byline? {
    var rest = text.suffix(searchedBytes)
    for _ in 0..<searchedLines {
      rest = rest.trimmingBlanks
      guard !rest.isEmpty else { return nil }
      let lineStart = rest.lastIndex(of: 0x0A).map { $0 + 1 } ?? rest.startIndex
      let line = rest[lineStart...].trimmingBlanks
      let isWhole = lineStart > rest.startIndex || rest.startIndex == text.startIndex
      if isWhole, line.count <= bylineBytes, let author = author(line, rules) {
        return Byline(author: author, range: line.startIndex..<line.endIndex)
      }
      if !TextParts.isCaption(line, rules) { return find(behindSentence: line, rules) }
      rest = rest[..<lineStart]
    }
    return nil
  }

  /// At the end of a paragraph, behind its last sentence.
  private static func find(behindSentence line: ArraySlice<UInt8>, _ rules: HeaderRules) -> Byline?
  {
    let tail = line.suffix(bylineBytes)
    var tried = 0
    for index in tail.indices.dropLast(3).reversed() where tried < 3 {
      guard let end = sentenceEnd(tail, at: index) else { continue }
      tried += 1
      let rest = tail[end...].trimmingBlanks
      if let author = author(rest, rules) {
        return Byline(author: author, range: rest.startIndex..<rest.endIndex)
      }
    }
    return nil
  }

  /// Behind a mark that ends sentences, and a quotation mark behind it.
  private static func sentenceEnd(_ text: ArraySlice<UInt8>, at index: Int) -> Int? {
    let isMark = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(text[index])
    guard isMark || text[...index].suffix(3).elementsEqual("…".utf8) else { return nil }
    let rest = text[(index + 1)...]
    if rest.first == UInt8(ascii: "\"") { return index + 2 }
    return rest.starts(with: "”".utf8) ? index + 4 : index + 1
  }

  /// The author that a line or a rest of one names, and nothing else.
  static func author(_ bytes: ArraySlice<UInt8>, _ rules: HeaderRules) -> String? {
    guard let last = bytes.last, !isMark(last), smallWords(bytes) <= smallWordLimit else {
      return nil
    }
    var text = Substring(String(decoding: bytes, as: UTF8.self))
    if text.first == "(", text.last == ")" { text = text.dropFirst().dropLast() }
    text = text.drop { " -–—*\t\u{A0}".contains($0) }
    let isLabelled = dropLabel(&text, rules)
    // `Minh Hà (TTXVN)`, `Minh Hà (tổng hợp)`.
    if text.last == ")", let open = text.lastIndex(of: "("), open > text.startIndex {
      text = text[..<open]
    }
    trim(&text)
    let lower = text.lowercased()
    guard !text.isEmpty, !rules.nobodies.contains(lower) else { return nil }
    if rules.authors.contains(lower) { return String(text) }
    let names = names(in: text)
    guard (1...5).contains(names.count),
      names.allSatisfy({ isName($0, isLabelled: isLabelled, rules) })
    else { return nil }
    return String(text)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"),
      UInt8(ascii: "!"), UInt8(ascii: "?"):
      return true
    default: return false
    }
  }

  /// Sentences have more words in small letters than `Bài và ảnh:` and `tổng hợp`.
  private static let smallWordLimit = 4

  /// The words that begin with a small letter of ASCII: quickly told, as most lines are no bylines.
  private static func smallWords(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var before: UInt8 = 0x20
    for byte in bytes {
      if before == 0x20, byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") { count += 1 }
      before = byte
    }
    return count
  }

  private static func dropLabel(_ text: inout Substring, _ rules: HeaderRules) -> Bool {
    let lower = text.lowercased()
    guard
      let label = rules.bylines.first(where: { label in
        lower.hasPrefix(label) && lower.dropFirst(label.count).first.map { !$0.isLetter } == true
      })
    else { return false }
    text = text.dropFirst(label.count).drop { " :.-–—\t\u{A0}".contains($0) }
    return true
  }

  private static func trim(_ text: inout Substring) {
    while let last = text.last, " \t\u{A0}-–—".contains(last) { text.removeLast() }
  }

  private static func names(in text: Substring) -> [Substring] {
    var marked = String(text)
    // Looked for among bytes first: most lines that come so far hold none.
    for (separator, mark) in [(" và ", 0xA0 as UInt8), (" & ", UInt8(ascii: "&"))]
    where marked.utf8.contains(mark) {
      marked = marked.split(separator: separator).joined(separator: ",")
    }
    return marked.split { ",-–—/;+&".contains($0) }.map { name in
      var name = name.drop { $0.isWhitespace }
      while name.last?.isWhitespace == true { name.removeLast() }
      return name
    }
  }

  /// Two to five words with capitals, initials among them; behind a label also a single one.
  private static func isName(
    _ name: Substring, isLabelled: Bool, _ rules: HeaderRules
  ) -> Bool {
    if rules.authors.contains(name.lowercased()) { return true }
    guard !rules.nobodies.contains(name.lowercased()) else { return false }
    let words = name.split { $0 == " " || $0 == "." || $0 == "\u{A0}" }
    guard words.count <= (isLabelled ? 6 : 5), words.count >= (isLabelled ? 1 : 2) else {
      return false
    }
    // No syllable has more letters; what outlets call themselves may.
    let letters = isLabelled ? 20 : 7
    return words.allSatisfy { word in
      word.count <= letters && word.first?.isUppercase == true
        && word.allSatisfy { $0.isLetter || (isLabelled && ($0 == "+" || $0.isNumber)) }
    }
  }
}
