import Model

/// A reading made ready to be stored: all that can be known of its rows without the warehouse.
///
/// One thread writes, and whatever is done before it takes a reading need not wait for it.
public struct PreparedReading: Sendable {
  public let document: Document
  var state: DocumentState
  let tally: DocumentTally
  let signature: TextSignature
  let names: DimensionNames
  let figures: PreparedFigures
  let numerals: PreparedRows
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
    state = DocumentState(of: reading.document, rulesDigest: rulesDigest)
    let verdicts = FigureVerdicts(reading)
    tally = DocumentTally(reading, verdicts)
    signature = reading.signature ?? TextSignature(of: reading.document.text, limits)
    var names = DimensionNames()
    figures = PreparedFigures(reading, verdicts, &names)
    numerals = PreparedRows(reading.numerals, &names)
    names.seal()
    self.names = names
    relations = PreparedRelations(reading, figures.ids)
    let mentions = reading.figures.enumerated().map { index, figure in
      Mention(
        figure: index, bytes: figure.span.byteStart..<figure.span.byteEnd, subject: figure.subject)
    }
    sentences = PreparedSentences(mentions, of: reading.document.text)
    rejections = reading.rejections
  }

  public var figureCount: Int { figures.count }
}

/// What is counted of a document and kept with its version.
struct DocumentTally: Sendable {
  let characters: Int
  let digits: DigitRuns
  /// Numerals that hold a digit: figures, times, references, rejected ones.
  let dispositions: [Int]
  /// Figures: all, doubtful ones, those with a period, a place, a source, an indicator.
  let figures: [Int]

  init(_ reading: DocumentReading, _ verdicts: FigureVerdicts) {
    characters = codePointCount(reading.document.text)
    digits = DigitRuns(
      in: reading.document.text,
      coveredBy: reading.numerals.map(\.span) + reading.figures.map(\.span))
    dispositions = [Disposition.figure, .time, .reference, .rejected].map { disposition in
      reading.numerals.count { $0.digitRuns > 0 && $0.disposition == disposition }
    }
    figures = [
      reading.figures.count, verdicts.doubtful,
      reading.figures.count { $0.period != nil }, reading.figures.count { $0.place != nil },
      reading.figures.count { $0.source != nil }, reading.figures.count { $0.indicator != nil },
    ]
  }
}

/// The relations of a reading with their names.
struct PreparedRelations: Sendable {
  let relations: [Relation]
  /// The name of each relation: of its kind, its formula and its members.
  let names: [String]

  /// - Parameter ids: the names of the reading's figures. Members are positions among them; a
  ///   relation with one that is not is left to whoever stores it to refuse.
  init(_ reading: DocumentReading, _ ids: [FigureID]) {
    relations = reading.relations
    // Relations that say the same twice are told apart by counting them.
    var seen: [UInt64: Int] = [:]
    names = reading.relations.map { relation in
      var fingerprint = Fingerprint()
      fingerprint.add(reading.document.id)
      fingerprint.add(reading.document.digest)
      fingerprint.add(relation.kind)
      fingerprint.add(relation.formula)
      for member in relation.members where ids.indices.contains(member.figure) {
        fingerprint.add(Int(bitPattern: UInt(ids[member.figure].rawValue)))
        fingerprint.add(member.role)
      }
      let count = seen[fingerprint.value, default: 0]
      seen[fingerprint.value] = count + 1
      fingerprint.add(count)
      return fingerprint.hexadecimalText
    }
  }
}
