import Rules

/// Which roles of `relation_cues.csv` a stretch of text holds.
struct CueSet: OptionSet, Sendable {
  let rawValue: UInt8

  static let parts = CueSet(rawValue: 1)
  static let total = CueSet(rawValue: 2)
  static let share = CueSet(rawValue: 4)
  static let plan = CueSet(rawValue: 8)
  static let balance = CueSet(rawValue: 16)
  static let earlier = CueSet(rawValue: 32)
  static let later = CueSet(rawValue: 64)
  static let rest = CueSet(rawValue: 128)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ role: RelationCue.Role) {
    switch role {
    case .parts: self = .parts
    case .total: self = .total
    case .share: self = .share
    case .plan: self = .plan
    case .balance: self = .balance
    case .rest: self = .rest
    case .earlier: self = .earlier
    case .later: self = .later
    }
  }
}

/// The phrases of `relation_cues.csv`, found by the hash of their first word.
struct CueTable: Sendable {
  private struct Phrase: Sendable {
    /// In lower case, words separated by one space.
    let bytes: [UInt8]
    let cue: CueSet
  }

  private var byFirstWord: [UInt64: [Phrase]] = [:]
  /// Which of the lowest bits of a hash any first word has: most words need no other look.
  private var isFirst = [Bool](repeating: false, count: 1024)
  /// Which first two bytes any first word has, by five bits of each, so that case changes little: most
  /// words need not be hashed.
  private var isStart = [Bool](repeating: false, count: 1024)

  init(_ cues: [RelationCue]) {
    for cue in cues {
      let bytes = Array(cue.phrase.lowercased().utf8)
      var hash = WordFold()
      for byte in bytes.prefix(while: { $0 != UInt8(ascii: " ") }) { hash.add(byte) }
      isFirst[Int(hash.value & 1023)] = true
      addStart(bytes)
      byFirstWord[hash.value, default: []].append(Phrase(bytes: bytes, cue: CueSet(cue.role)))
    }
  }

  private mutating func addStart(_ phrase: [UInt8]) {
    guard phrase.count > 1, WordFold.isLetter(phrase[1]) else {
      // Any byte may stand behind a word of one.
      for second in 0..<32 { isStart[Self.place(phrase.first ?? 0, UInt8(second))] = true }
      return
    }
    // A small letter's last byte is one more than the capital's where the five bits tell them apart.
    for second in [phrase[1], phrase[1] &- 1] { isStart[Self.place(phrase[0], second)] = true }
  }

  private static func place(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 31) << 5 | Int(second & 31)
  }

  /// False when no phrase starts with the word at `start`.
  func mayStart(at start: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    start + 1 >= text.count || isStart[Self.place(text[start], text[start + 1])]
  }

  /// The cues of the phrases that start at `start`; `hash` is that of the word there.
  func cues(
    startingAt start: Int, hash: UInt64, in text: UnsafeBufferPointer<UInt8>
  ) -> CueSet {
    var found: CueSet = []
    guard isFirst[Int(hash & 1023)] else { return found }
    for phrase in byFirstWord[hash] ?? [] where Self.stands(phrase.bytes, at: start, in: text) {
      found.insert(phrase.cue)
    }
    return found
  }

  private static func stands(
    _ phrase: [UInt8], at start: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard start + phrase.count <= text.count else { return false }
    var fold = WordFold()
    for (offset, byte) in phrase.enumerated()
    where fold.lowercase(text[start + offset]) != byte { return false }
    let end = start + phrase.count
    return end == text.count || !WordFold.isLetter(text[end])
  }
}
