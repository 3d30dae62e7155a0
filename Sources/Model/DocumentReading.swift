/// All that the stages make of one document: what the warehouse stores in one go.
public struct DocumentReading: Sendable {
  public var document: Document
  /// In the order of the text.
  public var figures: [Figure]
  /// In the order of the text.
  public var numerals: [Numeral]
  public var rejections: [Rejection]
  public var relations: [Relation]
  /// What texts like this one are found by; nil where it was not taken yet.
  public var signature: TextSignature?
  /// What gave the attributes of each figure, in the order of ``figures``; empty unless asked for.
  public var evidence: [[Evidence]] = []
}

extension DocumentReading {
  // By way of the initializer that the compiler makes, for the reason given with ``Figure``.
  public init(
    document: Document, figures: [Figure] = [], numerals: [Numeral] = [],
    rejections: [Rejection] = [], relations: [Relation] = []
  ) {
    self.init(
      document: document, figures: figures, numerals: numerals, rejections: rejections,
      relations: relations, signature: nil, evidence: [])
  }
}
