/// Finds the power of ten that scale words make: 12 in `57 nghìn tỷ đồng`.
struct ScaleReader {
  let scales: [String: Int]

  /// The largest power of adjoining scale words; nil where there is none.
  func power(in quote: String) -> Int? {
    var largest: Int?
    var current = 0
    for word in quote.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" || $0 == "/" }) {
      guard let power = scales[word.lowercased()] else {
        current = 0
        continue
      }
      current += power
      largest = max(largest ?? 0, current)
    }
    return largest
  }
}
