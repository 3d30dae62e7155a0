/// Cuts UTF-8 text into tokens in one pass over its bytes.
///
/// Not to be shared between threads: it remembers the words that it has met.
public struct Lexer {
  private let letters: [UInt16]
  private let lexicon: Lexicon
  private let trie: PhraseTrie?
  private let memory = WordMemory()

  /// - Parameter trie: Phrases of the lexicon's words, of which the lexer notes what starts at each
  ///   token. Without it nothing is known of any.
  public init(lexicon: Lexicon, trie: PhraseTrie? = nil) {
    letters = LetterTable.shared.entries
    self.lexicon = lexicon
    self.trie = trie
  }

  /// Fills `tokens` with those of `bytes`, which hold valid UTF-8.
  public func scan(_ bytes: UnsafeBufferPointer<UInt8>, into tokens: TokenBuffer) {
    tokens.reset(forBytes: bytes.count)
    guard let base = bytes.baseAddress else { return }
    letters.withUnsafeBufferPointer { letters in
      ByteClass.table.withUnsafeBufferPointer { classes in
        ByteClass.marks.withUnsafeBufferPointer { marks in
          var scanner = Scanner(
            bytes: bytes, base: base, letters: letters, classes: classes.baseAddress!,
            marks: marks.baseAddress!, lexicon: lexicon, trie: trie, memory: memory.entries,
            start: tokens.start, places: tokens.places, output: tokens.start,
            landmarks: tokens.firstLandmark)
          scanner.run()
          tokens.finish(at: scanner.output, scanner.landmarks)
        }
      }
    }
  }
}

/// The state of one pass. Every branch advances ``position``.
private struct Scanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let base: UnsafePointer<UInt8>
  let letters: UnsafeBufferPointer<UInt16>
  let classes: UnsafePointer<ByteClass>
  let marks: UnsafePointer<UInt8>
  let lexicon: Lexicon
  let trie: PhraseTrie?
  let memory: UnsafeMutablePointer<WordMemory.Entry>
  let start: UnsafeMutablePointer<Token>
  let places: UnsafeMutablePointer<PhrasePlace>
  /// Where the next token goes.
  var output: UnsafeMutablePointer<Token>
  /// Where the next landmark goes.
  var landmarks: UnsafeMutablePointer<Landmark>
  var position = 0
  var hasSpace = true

  mutating func run() {
    let count = bytes.count
    while position < count {
      knownWords()
      if position < count { step() }
    }
  }

  /// Words that were met before, each with the space behind it, up to whatever else begins.
  ///
  /// Nearly all tokens are such words, so nothing here branches on what the word is like: whether
  /// it has a role, begins beyond ASCII or has a space behind it cannot be foreseen. The state is
  /// kept out of memory meanwhile, as where a word begins hangs on where the one before ends.
  @inline(__always)
  private mutating func knownWords() {
    var position = position
    var output = output
    var landmarks = landmarks
    var number = UInt32(truncatingIfNeeded: output - start)
    var space = hasSpace ? Token.Tail.space : 0
    let lastReadable = bytes.count &- WordMemory.readAhead
    while position <= lastReadable {
      let run = WordMemory.run(at: base + position)
      let entry = memory + WordMemory.slot(run)
      // No word begins where the run is empty, and its slot may be an empty one.
      guard entry.pointee.low == run.low, entry.pointee.high == run.high, run.length != 0
      else { break }
      let end = position &+ run.length
      let roles = entry.pointee.roles
      landmarks.initialize(to: Landmark(token: number, roles: roles))
      landmarks += roles.isEmpty ? 0 : 1
      let tail = entry.pointee.tail
      Token.write(at: output, from: position, to: end, tail | space)
      PhrasePlace.write(
        at: places + Int(number), starts: entry.pointee.starts,
        node: UInt32(truncatingIfNeeded: tail))
      output += 1
      number &+= 1
      let isSpaced = base[end] == 0x20
      space = isSpaced ? Token.Tail.space : 0
      position = end &+ (isSpaced ? 1 : 0)
    }
    self.position = position
    self.output = output
    self.landmarks = landmarks
    hasSpace = space != 0
  }

  /// Whatever else begins here.
  private mutating func step() {
    let byte = base[position]
    switch classes[Int(byte)] {
    case .letter: word()
    case .digit:
      number()
      passSpace()
    case .space:
      position &+= 1
      hasSpace = true
    case .lineBreak: lineBreak()
    case .mark:
      let id = UInt32(marks[Int(byte)])
      append(.mark, from: position, to: position &+ 1, id: id, roles: lexicon.roles(of: id))
      position &+= 1
      passSpace()
    case .high:
      if isLetter(at: position) { word() } else { highMark() }
    }
  }

  /// One space, which most tokens have behind them, without a step of its own.
  @inline(__always)
  private mutating func passSpace() {
    guard position < bytes.count, base[position] == 0x20 else { return }
    position &+= 1
    hasSpace = true
  }

  @inline(__always)
  private mutating func append(
    _ kind: TokenKind, from start: Int, to end: Int, id: UInt32, flags: Token.Flags = [],
    value: UInt16 = Token.noValue, roles: WordRoles
  ) {
    let number = output - self.start
    if !roles.isEmpty {
      let token = UInt32(truncatingIfNeeded: number)
      landmarks.initialize(to: Landmark(token: token, roles: roles))
      landmarks += 1
    }
    places[number] = PhrasePlace(starts: starts(of: id), node: id)
    output.initialize(
      to: Token(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), id: id,
        kind: kind, flags: hasSpace ? flags.union(.spaceBefore) : flags, value: value))
    output += 1
    hasSpace = false
  }

  /// What is known of the phrases that start with a word by the word alone.
  @inline(__always)
  private func starts(of id: UInt32) -> UInt32 { trie?.starts(of: id) ?? PhrasePlace.unknown }

  /// The code point at `index` and its length in bytes.
  @inline(__always)
  private func decode(at index: Int) -> (value: UInt32, length: Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    if lead < 0xE0 {
      return (UInt32(lead & 0x1F) << 6 | continuation(index + 1), 2)
    }
    if lead < 0xF0 {
      let value = UInt32(lead & 0x0F) << 12 | continuation(index + 1) << 6
      return (value | continuation(index + 2), 3)
    }
    let value = UInt32(lead & 0x07) << 18 | continuation(index + 1) << 12
    return (value | continuation(index + 2) << 6 | continuation(index + 3), 4)
  }

  @inline(__always)
  private func continuation(_ index: Int) -> UInt32 {
    index < bytes.count ? UInt32(bytes[index] & 0x3F) : 0
  }

  @inline(__always)
  private func isLetter(at index: Int) -> Bool {
    let (value, _) = decode(at: index)
    return isLetter(value)
  }

  @inline(__always)
  private func isLetter(_ value: UInt32) -> Bool {
    if value < UInt32(LetterTable.limit) { return letters[Int(value)] != 0 }
    // Scripts without a table entry count as letters; symbols and punctuation blocks do not.
    return value >= 0x3040 && value < 0xFB00 || value >= 0x20000
  }

  /// Combining marks, soft hyphens and zero-width characters inside a word are passed over.
  @inline(__always)
  private func isIgnorable(_ value: UInt32) -> Bool {
    value == 0xAD || value >= 0x200B && value <= 0x200D || value == 0xFEFF || value == 0x2060
      || value >= 0x300 && value <= 0x36F
  }

  /// A word that is not yet known: read letter by letter, and remembered.
  private mutating func word() {
    let start = position
    let (id, flags, roles) = spelledWord()
    guard start &+ WordMemory.readAhead <= bytes.count else { return }
    let run = WordMemory.run(at: base + start)
    guard run.length == position &- start else { return }
    let following = trie?.following(id) ?? Token.noValue
    memory[WordMemory.slot(run)] = WordMemory.Entry(
      low: run.low, high: run.high, tail: Token.Tail.word(id, flags, following: following),
      roles: roles, starts: starts(of: id))
  }

  private mutating func spelledWord() -> (id: UInt32, flags: Token.Flags, roles: WordRoles) {
    let start = position
    var hash = WordHash()
    var flags: Token.Flags = []
    var capitals = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x80 {
        let entry = letters[Int(byte)]
        if entry == 0 { break }
        hash.add(entry)
        if entry & LetterTable.upperBit != 0 {
          capitals += 1
          if hash.count == 1 { flags.insert(.capitalized) }
        }
        position += 1
        continue
      }
      let (value, length) = decode(at: position)
      if value < UInt32(LetterTable.limit) {
        let entry = letters[Int(value)]
        if entry == 0 {
          guard isIgnorable(value) else { break }
          flags.insert(.irregular)
          position += length
          continue
        }
        hash.add(entry)
        if entry & LetterTable.upperBit != 0 {
          capitals += 1
          if hash.count == 1 { flags.insert(.capitalized) }
        }
      } else {
        if isIgnorable(value) {
          flags.insert(.irregular)
          position += length
          continue
        }
        guard isLetter(value) else { break }
        hash.add(foreign: value)
      }
      position += length
    }
    if capitals == hash.count, capitals > 1 { flags.insert(.allCapitals) }
    let id = lexicon.id(of: hash.value)
    let roles = lexicon.roles(of: id, isCapitalized: flags.contains(.capitalized))
    append(.word, from: start, to: position, id: id, flags: flags, roles: roles)
    return (id, flags, roles)
  }

  private mutating func number() {
    let start = position
    var hash = WordHash()
    var flags: Token.Flags = []
    while position < bytes.count {
      let byte = bytes[position]
      if byte &- 0x30 < 10 {
        hash.add(UInt16(byte))
        position += 1
      } else if byte == 0x2E || byte == 0x2C, let next = digitLength(at: position + 1) {
        hash.add(UInt16(byte))
        if next > 1 { flags.insert(.irregular) }
        position += 1
      } else if let length = digitLength(at: position) {
        flags.insert(.irregular)
        position += length
        // A full-width digit ends in a byte from 0x90 on: the ２ of m２ is that of m2.
        let last = bytes[position - 1]
        hash.add(UInt16(last < 0x80 ? last : 0x30 | last & 0x0F))
      } else {
        break
      }
    }
    let id = lexicon.id(of: hash.value)
    append(
      .number, from: start, to: position, id: id, flags: flags, value: value(from: start),
      roles: lexicon.roles(of: id).union(.number))
  }

  /// The small number that the bytes up to here spell.
  private func value(from start: Int) -> UInt16 {
    guard position &- start <= 4 else { return Token.noValue }
    var value: UInt16 = 0
    for index in start..<position {
      let digit = base[index] &- 0x30
      guard digit < 10 else { return Token.noValue }
      value = value &* 10 &+ UInt16(digit)
    }
    return value
  }

  /// The length of the ASCII or full-width digit at `index`, soft hyphens before it included.
  private func digitLength(at index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    if bytes[index] &- 0x30 < 10 { return 1 }
    if bytes[index] == 0xC2 || bytes[index] == 0xE2 || bytes[index] == 0xEF {
      let (value, length) = decode(at: index)
      if value >= 0xFF10 && value <= 0xFF19 { return length }
      if isIgnorable(value), let rest = digitLength(at: index + length) { return length + rest }
    }
    return nil
  }

  private mutating func lineBreak() {
    let start = position
    while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D {
      position += 1
    }
    append(.lineBreak, from: start, to: position, id: 0, roles: .stop)
    hasSpace = true
  }

  /// A symbol or space beyond ASCII, or a full-width digit.
  private mutating func highMark() {
    let (value, length) = decode(at: position)
    if value >= 0xFF10 && value <= 0xFF19 {
      number()
      return
    }
    let start = position
    position += length
    if Self.isSpace(value) {
      hasSpace = true
    } else if !isIgnorable(value) {
      let id = Mark.id(of: value)
      append(.mark, from: start, to: position, id: id, roles: lexicon.roles(of: id))
    }
  }

  private static func isSpace(_ value: UInt32) -> Bool {
    value == 0xA0 || value == 0x85 || value == 0x1680 || value >= 0x2000 && value <= 0x200A
      || value == 0x202F || value == 0x205F || value == 0x3000 || value == 0x2028
      || value == 0x2029
  }
}

/// What kind of token a byte can start.
private enum ByteClass: UInt8 {
  case letter, high, digit, space, lineBreak, mark

  static let table: [ByteClass] = (0..<256).map { value in
    switch UInt8(value) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case 0x0A, 0x0D: .lineBreak
    case 0...0x20, 0x7F: .space
    case 0x80...0xFF: .high
    default: .mark
    }
  }

  /// The lexicon numbers of the marks below 0x80.
  static let marks: [UInt8] = (0..<128).map { UInt8(Mark.id(of: $0)) }
}
