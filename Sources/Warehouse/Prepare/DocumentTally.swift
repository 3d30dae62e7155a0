import Model

/// What is counted of a document and kept with its version.
struct DocumentTally: Sendable {
  private(set) var characters = 0
  private(set) var digits = DigitRuns()
  /// Numerals that hold a digit: figures, times, references, rejected ones.
  private(set) var dispositions = [0, 0, 0, 0]
  /// Figures: all, doubtful ones, those with a period, a place, a source, an indicator.
  private(set) var figures = [0, 0, 0, 0, 0, 0]
  /// The stretches of the text that something was made of, until they are counted.
  private var covered: [DigitRuns.Stretch] = []

  /// Counts a reading, or the next stretch of one.
  mutating func add(_ reading: DocumentReading) {
    for numeral in reading.numerals {
      covered.append(DigitRuns.Stretch(numeral.span))
      guard numeral.digitRuns > 0 else { continue }
      switch numeral.disposition {
      case .figure: dispositions[0] += 1
      case .time: dispositions[1] += 1
      case .reference: dispositions[2] += 1
      case .rejected: dispositions[3] += 1
      }
    }
    for figure in reading.figures {
      covered.append(DigitRuns.Stretch(figure.span))
      figures[0] += 1
      if figure.period != nil { figures[2] += 1 }
      if figure.place != nil { figures[3] += 1 }
      if figure.source != nil { figures[4] += 1 }
      if figure.indicator != nil { figures[5] += 1 }
    }
  }

  /// Counts what only the whole tells.
  mutating func finish(_ text: [UInt8], doubtful: Int) {
    characters = codePointCount(text)
    digits = DigitRuns(in: text, coveredBy: covered)
    covered = []
    figures[1] = doubtful
  }
}
