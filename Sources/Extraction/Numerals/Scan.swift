import Lexing
import Model
import Rules

/// A text under work: its bytes, its tokens, the phrases found in it, and the rules.
///
/// A class, so that the readers share it without copying; it must not outlive the buffers.
final class Scan {
  let text: UnsafeBufferPointer<UInt8>
  let tokens: UnsafeBufferPointer<Token>
  /// They lie in the memory of the worker.
  let hits: Hits
  let rules: RuleSet
  let words: GrammarWords
  let style: NumberStyle
  let names: RuleNames
  let lists: ListMemory
  /// There only while figures are explained.
  var trace: Trace?
  /// Looked for when a number first stands before capitals.
  private(set) lazy var learned = LearnedAbbreviations(in: self)
  /// Looked for when somebody first asks where a sentence begins or ends.
  private(set) lazy var sentenceEnds = SentenceEnds(in: self)
  /// Asked for only where commas set thousands apart and one stands before a scale word.
  private(set) lazy var hasScaledThousands = NumberStyle.hasScaledThousands(in: self)

  init(
    text: UnsafeBufferPointer<UInt8>, tokens: UnsafeBufferPointer<Token>, hits: Hits,
    rules: RuleSet, names: RuleNames = RuleNames(count: 16), lists: ListMemory = ListMemory()
  ) {
    self.names = names
    self.lists = lists
    self.text = text
    self.tokens = tokens
    self.hits = hits
    self.rules = rules
    words = rules.words
    style = NumberStyle.find(in: tokens, text: text, landmarks: hits.landmarks)
  }

  var count: Int { tokens.count }

  /// The token's lexicon number, or 0 beyond the text's ends.
  @inline(__always)
  func id(_ index: Int) -> UInt32 {
    index >= 0 && index < tokens.count ? tokens[index].id : 0
  }

  @inline(__always)
  func isNumber(_ index: Int) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].kind == .number
  }

  @inline(__always)
  func isWord(_ index: Int) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].kind == .word
  }

  @inline(__always)
  func isMark(_ index: Int, _ mark: UInt32) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].kind == .mark && tokens[index].id == mark
  }

  /// True when no space stands between the token and the one before it.
  @inline(__always)
  func isGlued(_ index: Int) -> Bool {
    index > 0 && index < tokens.count && !tokens[index].hasSpaceBefore
  }

  func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[Int(tokens[index].start)..<Int(tokens[index].end)])
  }

  /// The text of a run of tokens.
  func string(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let start = Int(tokens[range.lowerBound].start)
    let end = Int(tokens[range.upperBound - 1].end)
    return String(checked: UnsafeBufferPointer(rebasing: text[start..<end]))
  }

  /// The words of a run of tokens with one space between them, without soft hyphens and the like.
  func words(_ range: Range<Int>) -> String {
    // Nearly always the text itself says it so.
    if isPlain(range) { return string(range) }
    return range.map { index in
      var word = String.UnicodeScalarView()
      word.append(
        contentsOf: string(index..<index + 1).unicodeScalars.filter {
          $0.properties.generalCategory != .format
        })
      return String(word)
    }.joined(separator: " ")
  }

  /// True where each token has one space before the next, and no characters to be passed over.
  private func isPlain(_ range: Range<Int>) -> Bool {
    var end: UInt32?
    for index in range {
      let token = tokens[index]
      guard !token.flags.contains(.irregular) else { return false }
      if let end {
        guard token.start == end + 1, text[Int(end)] == 0x20 else { return false }
      }
      end = token.end
    }
    return true
  }

  /// The token as a whole number of plain digits, at most nine.
  @inline(__always)
  func integer(_ index: Int) -> Int? {
    guard isNumber(index) else { return nil }
    let value = tokens[index].value
    return value == Token.noValue ? longInteger(index) : Int(value)
  }

  private func longInteger(_ index: Int) -> Int? {
    if tokens[index].flags.contains(.irregular) {
      let plain = Self.plainDigits(bytes(index))
      return plain.count <= 9 ? Int(String(decoding: plain, as: UTF8.self)) : nil
    }
    let bytes = self.bytes(index)
    guard bytes.count <= 9 else { return nil }
    var value = 0
    for byte in bytes {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  /// The parts of a number token cut at its dots, when it has only dots: `31.12.2025`.
  func dottedParts(_ index: Int) -> DottedParts? {
    guard isNumber(index) else { return nil }
    if tokens[index].flags.contains(.irregular) {
      return dottedParts(of: Self.plainDigits(bytes(index)))
    }
    return dottedParts(of: bytes(index))
  }

  private func dottedParts(of bytes: some Sequence<UInt8>) -> DottedParts? {
    var parts = DottedParts()
    var digits = 0
    for byte in bytes {
      if byte == UInt8(ascii: ".") {
        parts.start()
        digits = 0
      } else if byte &- 0x30 < 10, digits < 5 {
        parts.add(Int(byte - 0x30))
        digits += 1
      } else {
        return nil
      }
    }
    return parts
  }

  /// The digits of a plain number token.
  func digitCount(_ index: Int) -> Int {
    tokens[index].flags.contains(.irregular)
      ? Self.plainDigits(bytes(index)).count : tokens[index].length
  }

  /// The digits and separators of a token with full-width digits or soft hyphens in ASCII.
  static func plainDigits(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.compactMap { scalar in
      switch scalar.value {
      case 0x2C, 0x2E, 0x30...0x39: UInt8(scalar.value)
      case 0xFF10...0xFF19: UInt8(scalar.value - 0xFF10 + 0x30)
      default: nil
      }
    }
  }

  /// True where a bracket opens before the token, at most 40 tokens back, and does not close.
  func isBracketed(_ index: Int, since start: Int) -> Bool {
    var position = index - 1
    let lowest = max(start, index - 40)
    while position >= lowest {
      if isMark(position, Mark.close) { return false }
      if isMark(position, Mark.open) { return true }
      position -= 1
    }
    return false
  }

  /// The có of `số trạm bơm hiện có, …`: tells which are meant, and says nothing of what follows.
  func closesNoun(_ index: Int) -> Bool {
    id(index) == words.having
      && (isMark(index + 1, Mark.comma) || isMark(index + 1, Mark.semicolon)
        || isMark(index + 1, Mark.close))
  }

  /// The hiện đã of `giá trị thực hiện đã đạt`: begins with the end of another word.
  @inline(__always)
  func isWithinWord(_ hit: Hit) -> Bool {
    hits.ending(at: Int(hit.start) + 1, .compound).map { $0.start < hit.start } ?? false
  }

  /// Words that say that something is so now: hiện nay, đến nay.
  func saysNow(_ hit: Hit) -> Bool {
    rules.statuses[Int(hit.row)].isPresent && !closesNoun(Int(hit.end) - 1) && !isWithinWord(hit)
  }

  /// The Thơ of Cần Thơ, and its Cần: a word with a capital that no sentence or clause gives it.
  func isPartOfProperName(_ index: Int) -> Bool {
    guard isWord(index), tokens[index].isCapitalized, !tokens[index].flags.contains(.allCapitals)
    else { return false }
    let isNamed = isWord(index - 1) && tokens[index - 1].isCapitalized
    if isWord(index - 1), !isNamed { return true }
    let goesOn = isWord(index + 1) && tokens[index + 1].isCapitalized
    return isNamed || goesOn
  }

  /// True for a line break, and for a stop that is followed by a new sentence.
  @inline(__always)
  func isSentenceEnd(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .word, .number: false
    case .lineBreak: true
    case .mark: endsSentence(index)
    }
  }

  private func endsSentence(_ index: Int) -> Bool {
    switch tokens[index].id {
    case Mark.exclamation, Mark.question: return true
    case Mark.ellipsis: return isSentenceStart(index + 1)
    case Mark.period: return !isAbbreviationStop(index) && isSentenceStart(index + 1)
    default: return false
    }
  }

  private func isSentenceStart(_ index: Int) -> Bool {
    var next = index
    // A few marks may close one sentence and open the next; a long run of them is no prose.
    let last = min(count, index + 6)
    while next < last, tokens[next].kind == .mark, Self.isBetweenSentences(tokens[next].id) {
      next += 1
    }
    guard next < count else { return true }
    let token = tokens[next]
    return token.kind == .lineBreak || token.isCapitalized || token.kind == .number
  }

  private static func isBetweenSentences(_ mark: UInt32) -> Bool {
    switch mark {
    case Mark.quote, Mark.close, Mark.open, Mark.period, Mark.hyphen, Mark.bullet: true
    default: false
    }
  }

  /// A dot after one capital, or after `TP`, `TX`, `GS`, `TS`, belongs to the word.
  private func isAbbreviationStop(_ index: Int) -> Bool {
    guard index > 0, isGlued(index), isWord(index - 1) else { return false }
    let word = tokens[index - 1]
    if word.isCapitalized, word.length == 1 || word.length == 2 && bytes(index - 1)[0] >= 0x80 {
      return true
    }
    return words.dottedAbbreviations.contains(word.id) && !isLastWord(index)
  }

  /// `Ở trung tâm TP. Tuyến đường dài 3 km`: the dot of TP, which ends a sentence where no name follows.
  private func isLastWord(_ index: Int) -> Bool {
    let next = index + 1
    return id(index - 1) == words.town && isWord(next) && tokens[next].hasSpaceBefore
      && tokens[next].isCapitalized && !(isWord(next + 1) && tokens[next + 1].isCapitalized)
      && !hits.hasStart(at: next, .place) && !hits.hasStart(at: next, .district)
  }
}

/// The whole numbers between the dots of a number token; the first three of them.
struct DottedParts {
  private var first = 0
  private var second = 0
  private var third = 0
  private(set) var count = 1

  mutating func start() { count += 1 }

  mutating func add(_ digit: Int) {
    switch count {
    case 1: first = first * 10 + digit
    case 2: second = second * 10 + digit
    case 3: third = third * 10 + digit
    default: break
    }
  }

  subscript(_ part: Int) -> Int { part == 0 ? first : part == 1 ? second : third }
}
