import Model

/// A text as it is stored: with double encoding undone, in normalization form C, in Vietnamese.
struct StoredText {
  /// Why a text is not stored.
  struct Refusal: Error {
    /// The rule's name without `ingest:`.
    var rule: String
    var reason: String
    /// Where in the text.
    var offset = 0
  }

  let text: [UInt8]
  /// Nil where the record is not known.
  let origin: DocumentOrigin?
  /// Whether the text had been encoded twice.
  private let isRepaired: Bool

  /// - Parameter rules: What is known of Vietnamese; nil takes every text.
  init(_ text: [UInt8], _ source: TextSource, rules: IngestRules?) throws(Refusal) {
    var decoded = DecodedText(
      bytes: text, encoding: source.encoding, confidence: source.confidence,
      map: source.map ?? RawMap())
    switch DoubleEncoding.outcome(decoded) {
    case .none: isRepaired = false
    case .undone(let repaired):
      decoded = repaired
      isRepaired = true
    case .lossy(let offset):
      throw Refusal(
        rule: "double-encoding",
        reason:
          "the text is UTF-8 that was encoded once more, and some of it was lost; get it anew",
        offset: offset)
    }
    let (composed, map) = Normalizer.nfc(decoded.bytes, map: decoded.map)
    if let rules, let finding = LanguageCheck(rules).finding(composed) {
      throw Refusal(rule: finding.rule, reason: finding.reason)
    }
    self.text = composed
    origin =
      source.record.isEmpty
      ? nil
      : DocumentOrigin(
        encoding: decoded.encoding, confidence: decoded.confidence,
        rawStart: source.record.lowerBound, rawEnd: source.record.upperBound,
        map: source.map == nil ? nil : map)
  }

  /// A title or a name that came with the text, treated as the text was.
  func metadata(_ value: String) -> String {
    let outcome = isRepaired ? DoubleEncoding.outcome(DecodedText(bytes: Array(value.utf8))) : nil
    guard case .undone(let repaired) = outcome else { return Normalizer.nfc(value) }
    return Normalizer.nfc(String(decoding: repaired.bytes, as: UTF8.self))
  }
}
