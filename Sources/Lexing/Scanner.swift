/// The state of one pass of the ``Lexer``. Every branch advances ``position``.
struct Scanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let base: UnsafePointer<UInt8>
  let letters: UnsafeBufferPointer<UInt16>
  let classes: UnsafePointer<ByteClass>
  let marks: UnsafePointer<UInt8>
  let lexicon: Lexicon
  let trie: PhraseTrie?
  let memory: UnsafeMutablePointer<WordMemory.Entry>
  let kinds: WordKinds
  let blocks: (WordBlock, WordBlock)
  let longMemory: UnsafeMutablePointer<LongWordMemory.Entry>
  let start: UnsafeMutablePointer<Token>
  let places: UnsafeMutablePointer<PhrasePlace>
  /// Where the next token goes.
  var output: UnsafeMutablePointer<Token>
  /// Where the next landmark goes.
  var landmarks: UnsafeMutablePointer<Landmark>
  /// Where the next token goes at which a phrase of two or more may start.
  var pairs: UnsafeMutablePointer<UInt32>
  /// A bit for each word that the last token may have behind it in a phrase, as
  /// ``PhraseTrie/following(_:)`` tells them.
  var following: UInt64 = 0
  var position = 0
  var hasSpace = true

  /// Whatever else begins here.
  mutating func step() {
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
    case .mark: mark()
    case .high:
      if isLetter(at: position) { word() } else { highMark() }
    }
  }

  /// One of ASCII, remembered like a word.
  private mutating func mark() {
    let id = UInt32(marks[Int(base[position])])
    let roles = lexicon.roles(of: id)
    append(
      .mark, from: position, to: position &+ 1, id: id, value: following(id), roles: roles)
    if base[position] < WordMemory.leastOfRuns,
      let kind = kinds.number(of: WordKind(starts: starts(of: id), roles: roles))
    {
      let key = UInt64(base[position])
      let tail = Token.Tail.mark(id, following: following(id))
      WordMemory.put(WordMemory.Entry(key: key, tail: tail, kind: kind), in: memory)
    }
    position &+= 1
    passSpace()
  }

  /// One space, which most tokens have behind them, without a step of its own.
  @inline(__always)
  private mutating func passSpace() {
    guard position < bytes.count, base[position] == 0x20 else { return }
    position &+= 1
    hasSpace = true
  }

  @inline(__always)
  mutating func append(
    _ kind: TokenKind, from start: Int, to end: Int, id: UInt32, flags: Token.Flags = [],
    value: UInt16, roles: WordRoles
  ) {
    let number = output - self.start
    pair(with: id, number)
    following = UInt64(kind == .number ? self.following(id) : value)
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

  /// Notes the last token where the one of that number, which comes next, may go on with a phrase.
  @inline(__always)
  mutating func pair(with id: UInt32, _ number: Int) {
    pairs.pointee = UInt32(truncatingIfNeeded: number &- 1)
    pairs += Int(truncatingIfNeeded: following &>> UInt64(id & 15) & 1)
  }

  /// What is known of the phrases that start with a word by the word alone.
  @inline(__always)
  private func starts(of id: UInt32) -> UInt32 { trie?.starts(of: id) ?? 0 }

  /// The words that may follow a word in a phrase, as far as sixteen bits tell them.
  @inline(__always)
  func following(_ id: UInt32) -> UInt16 { trie?.following(id) ?? 0 }

  @inline(__always)
  private func decode(at index: Int) -> (value: UInt32, length: Int) {
    Self.decode(bytes, at: index)
  }

  /// The code point at `index` and its length in bytes.
  @inline(__always)
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (
    value: UInt32, length: Int
  ) {
    @inline(__always)
    func continuation(_ index: Int) -> UInt32 {
      index < bytes.count ? UInt32(bytes[index] & 0x3F) : 0
    }
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
  static func isIgnorable(_ value: UInt32) -> Bool {
    value == 0xAD || value >= 0x200B && value <= 0x200D || value == 0xFEFF || value == 0x2060
      || value >= 0x300 && value <= 0x36F
  }

  /// A word that is long, or not yet known: read letter by letter, and remembered.
  private mutating func word() {
    let start = position
    let isLong = start &+ LongWordMemory.readAhead <= bytes.count
    if isLong, let run = LongWordMemory.run(at: base + start) {
      let entry = longMemory + LongWordMemory.slot(run)
      if entry.pointee.low == run.low, entry.pointee.high == run.high {
        return longWord(entry.pointee, run.length)
      }
    }
    let (id, flags, roles) = spelledWord()
    guard start &+ WordMemory.readAhead <= bytes.count else { return }
    let tail = Token.Tail.word(id, flags, following: following(id))
    let kind = WordKind(starts: starts(of: id), roles: roles)
    let run = WordMemory.run(at: base + start)
    if run.length == position &- start {
      guard id < WordMemory.Entry.longestID, let number = kinds.number(of: kind) else { return }
      WordMemory.put(WordMemory.Entry(key: run.key, tail: tail, kind: number), in: memory)
    } else if isLong, let run = LongWordMemory.run(at: base + start),
      run.length == position &- start
    {
      longMemory[LongWordMemory.slot(run)] = LongWordMemory.Entry(
        low: run.low, high: run.high, tail: tail, kind: kind)
    }
  }

  /// A long word that was met before.
  private mutating func longWord(_ entry: LongWordMemory.Entry, _ length: Int) {
    let number = output - start
    if !entry.kind.roles.isEmpty {
      landmarks.initialize(
        to: Landmark(token: UInt32(truncatingIfNeeded: number), roles: entry.kind.roles))
      landmarks += 1
    }
    Token.write(
      at: output, from: position, to: position &+ length,
      entry.tail | (hasSpace ? Token.Tail.space : 0))
    let id = UInt32(truncatingIfNeeded: entry.tail)
    PhrasePlace.write(at: places + number, starts: entry.kind.starts, node: id)
    pair(with: id, number)
    following = Token.Tail.following(entry.tail)
    output += 1
    position &+= length
    hasSpace = false
    passSpace()
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
          guard Self.isIgnorable(value) else { break }
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
        if Self.isIgnorable(value) {
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
    append(
      .word, from: start, to: position, id: id, flags: flags, value: following(id), roles: roles)
    return (id, flags, roles)
  }

  private mutating func lineBreak() {
    let start = position
    while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D {
      position += 1
    }
    append(.lineBreak, from: start, to: position, id: 0, value: 0, roles: .stop)
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
    } else if !Self.isIgnorable(value) {
      let id = Mark.id(of: value)
      append(
        .mark, from: start, to: position, id: id, value: following(id), roles: lexicon.roles(of: id)
      )
    }
  }

  private static func isSpace(_ value: UInt32) -> Bool {
    value == 0xA0 || value == 0x85 || value == 0x1680 || value >= 0x2000 && value <= 0x200A
      || value == 0x202F || value == 0x205F || value == 0x3000 || value == 0x2028
      || value == 0x2029
  }
}
