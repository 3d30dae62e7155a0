/// The same number for the same words, whatever their capitals and the vowels that carry their
/// tones: for tables that are too large for the lexicon.
public struct PhraseKey: Hashable, Sendable {
  private var value: UInt64 = 0

  public init() {}

  /// The words of a text, cut at its spaces.
  public init(_ text: some StringProtocol) {
    var text = String(text)
    self = text.withUTF8 { PhraseKey(utf8: $0) }
  }

  /// The words of a text in UTF-8, cut at its spaces.
  public init(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
      if end > start { append(UnsafeBufferPointer(rebasing: bytes[start..<end])) }
      start = end + 1
    }
  }

  /// Adds a word.
  public mutating func append(_ word: some Collection<UInt8>) {
    value = (value &* 0x9E37_79B9_7F4A_7C15) ^ WordHash.value(of: word)
  }
}

extension WordHash {
  static func value(of word: some Collection<UInt8>) -> UInt64 {
    var hash = WordHash()
    let letters = LetterTable.shared
    var decoder = UTF8()
    var bytes = word.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&bytes) {
      let entry = letters.entry(of: scalar.value)
      if scalar.value < 0x80, entry == 0 {
        hash.add(UInt16(scalar.value))
      } else if scalar.value < UInt32(LetterTable.limit) {
        hash.add(entry)
      } else {
        hash.add(foreign: scalar.value)
      }
    }
    return hash.value
  }
}
