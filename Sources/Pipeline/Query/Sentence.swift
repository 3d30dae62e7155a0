import Warehouse

/// The sentence of a text that a span stands in.
struct Sentence {
  let before: String
  let quote: String
  let after: String

  /// - Parameters:
  ///   - byteStart: Where the span begins in the text's UTF-8.
  ///   - byteEnd: Where it ends.
  init?(in text: String, byteStart: Int, byteEnd: Int) {
    let bytes = Array(text.utf8)
    guard 0 <= byteStart, byteStart < byteEnd, byteEnd <= bytes.count else { return nil }
    let sentence = SentenceBounds.around(byteStart..<byteEnd, in: bytes)
    before = String(decoding: bytes[sentence.lowerBound..<byteStart], as: UTF8.self)
    quote = String(decoding: bytes[byteStart..<byteEnd], as: UTF8.self)
    after = String(decoding: bytes[byteEnd..<sentence.upperBound], as: UTF8.self)
  }
}
