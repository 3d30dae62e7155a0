import Model

/// Goes over the stretches of a document's reading, complete with all verdicts, each time it is
/// called.
public typealias ReadingStretches =
  @Sendable (_ body: (DocumentReading) throws -> Void) throws -> Void

/// The figures and numerals of a large document, made anew each time they are asked for.
struct PreparedStretches: Sendable {
  let read: ReadingStretches
  /// All that they refer to by number.
  let names: DimensionNames
  /// The figures that relations contradict.
  let contradicted: Set<Int>

  /// Gives the sentences that the figures stand in.
  func forEach(
    of document: Document, _ body: (PreparedStretch) throws -> Void
  ) throws -> PreparedSentences {
    var names = names
    names.unseal()
    var sentences = SentenceFinder(document.text)
    var (figures, numerals) = (0, 0)
    try read { reading in
      try reading.forEachPart { part in
        let verdicts = FigureVerdicts(part.figures, from: figures, contradicted: contradicted)
        let stretch = PreparedStretch(part, verdicts, firstNumeral: numerals, &names)
        sentences.add(part.figures, from: figures)
        figures += part.figures.count
        numerals += part.numerals.count
        try body(stretch)
      }
    }
    return PreparedSentences(sentences.finish(), of: document.text, isFolded: false)
  }
}

/// Gathers what must be known of a large document before any of it is stored, stretch by stretch.
public struct StretchGatherer {
  private let document: Document
  private var tally = DocumentTally()
  private var names = DimensionNames()
  /// Those of the numerals: they come after those of all figures.
  private var numeralNames = DimensionNames()
  private var ids: [FigureID] = []
  private var doubtful: Set<Int> = []

  public init(_ document: Document) { self.document = document }

  /// Takes the next stretch, but for the verdicts that relations give.
  public mutating func add(_ reading: DocumentReading) {
    tally.add(reading)
    reading.forEachPart { part in
      let verdicts = FigureVerdicts(part.figures, from: ids.count, contradicted: [])
      doubtful.formUnion(verdicts.doubtful)
      ids += PreparedFigures(part, verdicts, &names).ids
    }
    for numeral in reading.numerals { _ = numeralNames.place(of: numeral.rule, in: .rule) }
  }

  /// - Parameters:
  ///   - rejections: all that was refused of the document.
  ///   - stretches: gives the stretches again, with all verdicts.
  public consuming func finish(
    relations: [Relation], rejections: [Rejection], signature: TextSignature, rulesDigest: String,
    stretches: @escaping ReadingStretches
  ) -> PreparedReading {
    let contradicted = FigureVerdicts.contradicted(by: relations)
    tally.finish(document.text, doubtful: doubtful.union(contradicted).count)
    for name in numeralNames.names { _ = names.place(of: name.text, in: name.table) }
    names.seal()
    return PreparedReading(
      document, figureCount: ids.count,
      state: DocumentState(of: document, rulesDigest: rulesDigest), tally: tally,
      signature: signature, names: names,
      stretches: PreparedStretches(read: stretches, names: names, contradicted: contradicted),
      relations: PreparedRelations(relations, of: document, ids), rejections: rejections)
  }
}

extension DocumentReading {
  /// How many figures are made rows at a time.
  private static let partFigures = 4096

  /// The figures and numerals, some thousand at a time: their rows take more memory than they do.
  fileprivate func forEachPart<Failure: Error>(
    _ body: (DocumentReading) throws(Failure) -> Void
  ) throws(Failure) {
    var (figure, numeral) = (0, 0)
    repeat {
      var end = min(figure + Self.partFigures, figures.count)
      // Figures of one place are counted together.
      while end < figures.count, figures[end].span.byteStart == figures[end - 1].span.byteStart {
        end += 1
      }
      let isLast = end == figures.count
      let numeralEnd =
        isLast ? numerals.count : min(numeral + Self.partFigures, numerals.count)
      var part = DocumentReading(document: document)
      part.figures = Array(figures[figure..<end])
      part.numerals = Array(numerals[numeral..<numeralEnd])
      try body(part)
      (figure, numeral) = (end, numeralEnd)
    } while figure < figures.count
  }
}
