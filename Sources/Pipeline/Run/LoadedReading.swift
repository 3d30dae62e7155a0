import Model

/// Figures that were given, with what they do not tell: what became of the other numerals, what was
/// refused, and the relations.
struct LoadedReading {
  private var reading: DocumentReading
  /// What the stages themselves make of the document.
  private let read: DocumentReading

  /// - Parameters:
  ///   - reading: the document with the figures as given.
  ///   - numerals: the numerals as given; nil to take them as they were read.
  ///   - read: what the stages make of the document.
  init(_ reading: DocumentReading, numerals: [Numeral]?, read: DocumentReading) {
    self.reading = reading
    self.read = read
    self.reading.numerals = numerals ?? read.numerals
  }

  /// The whole reading; verdicts are those that were given, or new ones where there are none.
  func complete(_ stages: Stages) -> DocumentReading {
    var complete = reading
    complete.figures = reading.figures.map(\.withoutVerdicts)
    complete.rejections = []
    settle(&complete)
    complete = stages.validate(complete)
    complete.rejections = read.rejections.filter { !isStated($0) } + complete.rejections
    if reading.figures.contains(where: { !$0.verdicts.isEmpty }),
      complete.figures.count == reading.figures.count
    {
      complete.figures = reading.figures
    }
    return complete
  }

  private func isStated(_ rejection: Rejection) -> Bool {
    rejection.span.map { span in reading.figures.contains { $0.span == span } } ?? false
  }

  /// A numeral whose figure is not among those given was refused on the way, or left out by hand.
  private func settle(_ complete: inout DocumentReading) {
    let spans = Set(reading.figures.map(\.span))
    var refused: [Span: Rejection] = [:]
    for rejection in read.rejections { if let span = rejection.span { refused[span] = rejection } }
    for index in complete.numerals.indices
    where complete.numerals[index].disposition == .figure
      && !spans.contains(complete.numerals[index].span)
    {
      let rejection = refused[complete.numerals[index].span]
      complete.numerals[index].disposition = .rejected
      complete.numerals[index].rule = rejection?.rule ?? "load:left-out"
      complete.numerals[index].reason =
        rejection?.reason ?? "the figure was not among those that were loaded"
    }
  }
}
