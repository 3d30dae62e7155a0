import Model

/// Finds the encoding of Vietnamese text by trying each and counting the syllables it gives.
struct EncodingGuess {
  /// How much of a text is looked at.
  static let sampleBytes = 32 << 10
  /// The least confidence, in percent, with which bytes are taken for text.
  static let leastConfidence = 50

  /// How well an encoding fits.
  struct Fit {
    let encoding: LegacyEncoding
    /// Words with letters beyond ASCII, and those of them that can be Vietnamese.
    var marked = 0
    var fitting = 0

    /// In percent: the share of the words that fit, less sure the fewer there are.
    var confidence: Int { fitting * 100 / (marked + 1) }
    var score: Int { fitting - 2 * (marked - fitting) }
  }

  let rules: IngestRules

  /// Whether letters of Vietnamese in UTF-8 stand among bytes that are not all of it: a text that was
  /// put together of several. In the older encodings they would be three letters with accents in a
  /// row, which no syllable has.
  static func holdsUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      var index = 0
      while index + 2 < bytes.count {
        if bytes[index] == 0xE1, bytes[index + 1] & 0xFE == 0xBA, bytes[index + 2] & 0xC0 == 0x80 {
          count += 1
          if count == 3 { return true }
          index += 2
        }
        index += 1
      }
      return false
    }
  }

  /// The encoding that fits best, the first one of those that fit alike; nil when none does.
  func best(for bytes: ArraySlice<UInt8>) -> Fit? {
    var best: Fit?
    for encoding in rules.encodings {
      guard encoding.firstUnknown(in: bytes) == nil else { continue }
      let fit = fit(encoding, bytes)
      if fit.score > best?.score ?? 0 { best = fit }
    }
    return best.flatMap { $0.confidence >= Self.leastConfidence ? $0 : nil }
  }

  /// How well the encoding of this name fits.
  func fit(_ name: String, _ bytes: ArraySlice<UInt8>) -> Fit? {
    guard let encoding = rules.encodings.first(where: { $0.name == name }),
      encoding.firstUnknown(in: bytes) == nil
    else { return nil }
    return fit(encoding, bytes)
  }

  private func fit(_ encoding: LegacyEncoding, _ bytes: ArraySlice<UInt8>) -> Fit {
    var fit = Fit(encoding: encoding)
    let text = encoding.decode(bytes.prefix(Self.sampleBytes)).text
    for word in LetterWords.split(text) {
      let finding = rules.syllables.look(at: String(word))
      guard finding.isMarked else { continue }
      fit.marked += 1
      if finding.isSyllable { fit.fitting += 1 }
    }
    return fit
  }
}
