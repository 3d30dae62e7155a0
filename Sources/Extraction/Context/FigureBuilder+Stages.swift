import Model

/// What is read of a figure apart from the figures around it, when several have been read: the code
/// of one reader at a time is in the processor's memory, and that of all is not.
extension FigureBuilder {
  /// A figure of which the place and the indicator are still to be read.
  struct Staged {
    /// The position of its item.
    var item: Int
    var quantity: Quantity
    var meaning: Meaning
    /// The number of its sentence.
    var sentence: Int
    /// Where its paragraph begins.
    var paragraph: Int
    /// Where the next figure begins, or the sentence ends.
    var next: Int
    /// The end of the figure before.
    var since: Int
  }

  /// The last figures, and what carries on from the places of those before them.
  struct Stages {
    fileprivate(set) var figures: ContiguousArray<Staged> = []
    fileprivate var carried = CarriedPlace()

    /// So many are read at a time.
    private static let most = 64

    var isFull: Bool { figures.count >= Self.most }

    mutating func append(_ figure: Staged) { figures.append(figure) }
  }

  /// What carries on from the place of a figure to that of the next.
  struct CarriedPlace {
    /// Where the paragraph begins, and the number of the sentence.
    var paragraph = -1
    var sentence = -1
    /// The place of the figure before in the paragraph.
    var last: LastPlace?
    var passed = PassedPlaces()
    /// The sentence has given a price of the world's market.
    var isWorldPrice = false
  }

  /// Reads what is left of the figures, and hands them on.
  func finish(_ stages: inout Stages, _ make: (Int, Quantity, Meaning) -> Void) {
    for figure in stages.figures { readPlace(of: figure, &stages.carried) }
    for figure in stages.figures where figure.meaning.isOfSeries { readIndicator(of: figure) }
    for figure in stages.figures { make(figure.item, figure.quantity, figure.meaning) }
    stages.figures.removeAll(keepingCapacity: true)
  }

  private func readPlace(of figure: Staged, _ carried: inout CarriedPlace) {
    if figure.paragraph != carried.paragraph {
      carried = CarriedPlace()
      carried.paragraph = figure.paragraph
    }
    if figure.sentence != carried.sentence {
      carried.sentence = figure.sentence
      carried.isWorldPrice = false
    }
    let place = place(of: figure, &carried)
    figure.meaning.place = place.code
    carried.last = LastPlace(code: place.code)
    if let trace = scan.trace, place.code != nil { trace.note(place, scan.rules) }
  }

  private func readIndicator(of figure: Staged) {
    let (quantity, meaning) = (figure.quantity, figure.meaning)
    guard let subject = meaning.subject else { return }
    let start = layout.sentences[figure.sentence].tokens.lowerBound
    meaning.indicator = indicators.indicator(
      of: subject, meaning.kind, meaning.unit, isGrowth: meaning.change != nil,
      basis: meaning.basis,
      at: IndicatorReader.Place(
        sentence: start..<max(figure.next, quantity.range.upperBound),
        since: figure.since, number: quantity.numberRange.lowerBound))
  }
}
