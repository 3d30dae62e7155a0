import Model

/// A reading made ready to be stored: all that can be known of its rows without the warehouse.
///
/// One thread writes, and whatever is done before it takes a reading need not wait for it.
public struct PreparedReading: Sendable {
  /// Its figures and numerals.
  enum Content: Sendable {
    case whole(PreparedStretch)
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
  let sentences: PreparedSentences
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
    content = .whole(stretch)
    relations = PreparedRelations(reading.relations, of: reading.document, stretch.figures.ids)
    var finder = SentenceFinder(reading.document.text)
    finder.add(reading.figures)
    sentences = PreparedSentences(finder.finish(), of: reading.document.text)
    rejections = reading.rejections
  }

  init(
    _ document: Document, figureCount: Int, state: DocumentState, tally: DocumentTally,
    signature: TextSignature, names: DimensionNames, stretches: PreparedStretches,
    relations: PreparedRelations, sentences: PreparedSentences, rejections: [Rejection]
  ) {
    self.document = document
    self.figureCount = figureCount
    self.state = state
    self.tally = tally
    self.signature = signature
    self.names = names
    content = .stretches(stretches)
    self.relations = relations
    self.sentences = sentences
    self.rejections = rejections
  }

  /// Whether memory should not hold all that is stored of it.
  var isLarge: Bool {
    if case .stretches = content { true } else { false }
  }

  /// Hands over the figures and numerals, in the order of the text.
  func forEachStretch(_ body: (PreparedStretch) throws -> Void) throws {
    switch content {
    case .whole(let stretch): try body(stretch)
    case .stretches(let stretches): try stretches.forEach(body)
    }
  }

  /// All figures and numerals at once.
  func whole() throws -> PreparedStretch {
    if case .whole(let stretch) = content { return stretch }
    var whole: PreparedStretch?
    try forEachStretch { stretch in
      if whole == nil { whole = stretch } else { whole?.append(stretch) }
    }
    return whole ?? PreparedStretch()
  }
}

/// The figures and numerals of a reading, or of a stretch of one, as rows.
struct PreparedStretch: Sendable {
  private(set) var figures: PreparedFigures
  private(set) var numerals: PreparedRows

  init() {
    figures = PreparedFigures()
    numerals = PreparedRows(nameColumns: PreparedRows.numeralNameColumns)
  }

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

  mutating func append(_ other: PreparedStretch) {
    figures.append(other.figures)
    numerals.append(other.numerals)
  }
}
