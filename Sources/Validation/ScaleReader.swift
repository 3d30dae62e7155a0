/// Finds the power of ten that scale words make: 12 in `57 nghìn tỷ đồng`.
struct ScaleReader: Sendable {
  /// The powers of the words by their hash in lower case: asked of every figure, and without a copy.
  private let powers: [UInt64: Int]

  /// - Parameter scales: the words in lower case, with their powers.
  init(_ scales: [String: Int]) {
    powers = Dictionary(
      scales.map { word, power in
        var fold = WordFold()
        for byte in word.utf8 { fold.add(byte) }
        return (fold.value, power)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The largest power of adjoining scale words; nil where there is none.
  func power(in quote: String) -> Int? {
    var quote = quote
    return quote.withUTF8 { power(in: $0) }
  }

  private func power(in quote: UnsafeBufferPointer<UInt8>) -> Int? {
    var largest: Int?
    var current = 0
    var index = 0
    while index < quote.count {
      var fold = WordFold()
      let start = index
      while index < quote.count, blank(quote, at: index) == 0 {
        fold.add(quote[index])
        index += 1
      }
      let isWord = index > start
      if index < quote.count { index += blank(quote, at: index) }
      guard isWord else { continue }
      guard let power = powers[fold.value] else {
        current = 0
        continue
      }
      current += power
      largest = max(largest ?? 0, current)
    }
    return largest
  }

  /// The length of the blank or slash at a place; 0 where there is none.
  private func blank(_ quote: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch quote[index] {
    case UInt8(ascii: " "), UInt8(ascii: "/"): 1
    // The no-break space.
    case 0xC2 where index + 1 < quote.count && quote[index + 1] == 0xA0: 2
    default: 0
    }
  }
}
