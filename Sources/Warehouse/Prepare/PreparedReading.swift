import Model

/// A reading made ready to be stored: all that can be known of its rows without the warehouse.
///
/// One thread writes, and whatever is done before it takes a reading need not wait for it.
public struct PreparedReading: Sendable {
  /// Its figures and numerals.
  enum Content: Sendable {
    case whole(PreparedStretch, PreparedSentences)
    /// Of a large document: made when they are asked for, as memory should not hold all of them.
    case stretches(PreparedStretches)
  }

  public let document: Document
  public let figureCount: Int
  var state: DocumentState
  let tally: DocumentTally
  let signature: TextSignature
  let names: DimensionNames
  let content: Content
  let relations: PreparedRelations
  let rejections: [Rejection]

  /// - Parameters:
  ///   - rulesDigest: the rules that the document was read by.
  ///   - limits: when texts are taken for one, where the reading has no signature yet.
  public init(
    _ reading: DocumentReading, rulesDigest: String, limits: LikenessLimits = LikenessLimits()
  ) {
    document = reading.document
    figureCount = reading.figures.count
    state = DocumentState(of: reading.document, rulesDigest: rulesDigest)
    let verdicts = FigureVerdicts(
      reading.figures, contradicted: FigureVerdicts.contradicted(by: reading.relations))
    var tally = DocumentTally()
    tally.add(reading)
    tally.finish(reading.document.text, doubtful: verdicts.doubtful.count)
    self.tally = tally
    signature = reading.signature ?? TextSignature(of: reading.document.text, limits)
    var names = DimensionNames()
    let stretch = PreparedStretch(reading, verdicts, firstNumeral: 0, &names)
    names.seal()
    self.names = names
    relations = PreparedRelations(reading.relations, of: reading.document, stretch.figures.ids)
    var finder = SentenceFinder(reading.document.text)
    finder.add(reading.figures)
    content = .whole(stretch, PreparedSentences(finder.finish(), of: reading.document.text))
    rejections = reading.rejections
  }

  init(
    _ document: Document, figureCount: Int, state: DocumentState, tally: DocumentTally,
    signature: TextSignature, names: DimensionNames, stretches: PreparedStretches,
    relations: PreparedRelations, rejections: [Rejection]
  ) {
    self.document = document
    self.figureCount = figureCount
    self.state = state
    self.tally = tally
    self.signature = signature
    self.names = names
    content = .stretches(stretches)
    self.relations = relations
    self.rejections = rejections
  }

  /// Whether memory should not hold all that is stored of it.
  var isLarge: Bool {
    if case .stretches = content { true } else { false }
  }

  /// Hands over the figures and numerals, in the order of the text; gives the sentences.
  func forEachStretch(_ body: (PreparedStretch) throws -> Void) throws -> PreparedSentences {
    switch content {
    case .whole(let stretch, let sentences):
      try body(stretch)
      return sentences
    case .stretches(let stretches): return try stretches.forEach(of: document, body)
    }
  }
}

/// The figures and numerals of a reading, or of a stretch of one, as rows.
struct PreparedStretch: Sendable {
  private(set) var figures: PreparedFigures
  private(set) var numerals: PreparedRows

  /// - Parameters:
  ///   - firstNumeral: how many numerals come before those of the stretch.
  ///   - names: what the rows refer to by number; what is new is added.
  init(
    _ reading: DocumentReading, _ verdicts: FigureVerdicts, firstNumeral: Int,
    _ names: inout DimensionNames
  ) {
    figures = PreparedFigures(reading, verdicts, &names)
    numerals = PreparedRows(reading.numerals, from: firstNumeral, &names)
  }
}
