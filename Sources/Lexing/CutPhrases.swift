/// Phrases cut into words whose numbers are not given yet, in the order in which they were added.
///
/// A key is the number of a mark, which lies below ``Mark/firstWord``, or the hash of a word. That a
/// hash is so small is as little to be expected as that two words share one.
public struct CutPhrases: Sendable {
  private var keys: [UInt64] = []
  /// Where each phrase ends in ``keys``, and behind it the variant of it, if it has one.
  private var ends: [(phrase: UInt32, variant: UInt32)] = []

  public init() {}

  public init(_ phrases: some Sequence<String>, by cutter: PhraseCutter) {
    for phrase in phrases { append(phrase, by: cutter) }
  }

  /// How many there are.
  public var count: Int { ends.count }

  /// Drops all of them, and keeps their memory.
  mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Adds a phrase, with the other spelling that it may have.
  public mutating func append(_ phrase: String, by cutter: PhraseCutter) {
    var phrase = phrase
    phrase.withUTF8 { append(utf8: $0, by: cutter) }
  }

  /// As ``append(_:by:)``, of a phrase in UTF-8.
  public mutating func append(utf8 phrase: UnsafeBufferPointer<UInt8>, by cutter: PhraseCutter) {
    cutter.cut(phrase, into: &keys)
    let end = UInt32(keys.count)
    SpellingVariant.of(phrase)?.withUnsafeBufferPointer { cutter.cut($0, into: &keys) }
    ends.append((end, UInt32(keys.count)))
  }

  /// What tells the first word of a phrase from others; 0 where there is none.
  public func firstKey(at index: Int) -> UInt64 { keys(at: index).phrase.first ?? 0 }

  /// The keys of a phrase, counted from 0, and of its variant; no keys where it has none.
  func keys(at index: Int) -> (phrase: ArraySlice<UInt64>, variant: ArraySlice<UInt64>) {
    let start = index == 0 ? 0 : Int(ends[index - 1].variant)
    let end = Int(ends[index].phrase)
    return (keys[start..<end], keys[end..<Int(ends[index].variant)])
  }
}
