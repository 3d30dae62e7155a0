import Model

/// The figures of a document with what stands between them and the numbers they hold.
struct FigureMap {
  /// What is looked at of a figure besides its numbers: a long document has many.
  struct Shape {
    let kind: FigureKind
    let qualifier: Qualifier?
    let change: Change?
    /// From a value to another one.
    let isRange: Bool
  }

  private(set) var figures: [Shape] = []
  /// `gaps[i]` is before figure `i`; the last one is after the last figure.
  private(set) var gaps: [Gap] = []
  /// The number of the sentence, and of the block, that each figure stands in. A block is a
  /// paragraph with the list that belongs to it.
  private(set) var sentence: [Int] = []
  private(set) var block: [Int] = []
  private(set) var operands: [Operand] = []
  /// The operands of each figure.
  private(set) var operandsOf: [Range<Int>] = []
  private var units: [UnitKey: Int] = [:]
  /// Where the figure before ends, and in which sentence and block it stands.
  private(set) var end: Int?
  private var place = (sentence: 0, block: 0)

  /// Enough after the last figure to see what it belongs to.
  private static let tailLength = 200

  /// The map of all figures of a text.
  init(_ figures: [Figure], in text: UnsafeBufferPointer<UInt8>, cues: CueTable) {
    let reader = GapReader(text: text, cues: cues)
    reserve(figures.count)
    add(figures, reader)
    finish(reader)
  }

  /// The map of a text whose figures are added in stretches; ``finish(_:)`` ends it.
  ///
  /// - Parameter end: where the last figure ends that comes before them.
  init(after end: Int? = nil) { self.end = end }

  mutating func reserve(_ count: Int) {
    figures.reserveCapacity(count)
    gaps.reserveCapacity(count + 1)
    sentence.reserveCapacity(count)
    block.reserveCapacity(count)
    operandsOf.reserveCapacity(count)
    operands.reserveCapacity(count + count / 16)
  }

  /// Adds the figures that come next in the text.
  mutating func add(_ added: [Figure], _ reader: GapReader) {
    for figure in added {
      figures.append(
        Shape(
          kind: figure.kind, qualifier: figure.qualifier, change: figure.change,
          isRange: figure.upper != nil))
      addGap(before: figure, reader)
      addOperands(of: figure)
    }
  }

  /// Reads on a little after the last figure.
  mutating func finish(_ reader: GapReader) {
    let end = end ?? 0
    gaps.append(reader.gap(from: end, to: min(reader.text.count, end + Self.tailLength)))
  }

  /// Ends the map before a figure that belongs to the next one.
  mutating func finish(before figure: Figure, _ reader: GapReader) {
    gaps.append(gap(before: figure, reader))
  }

  /// What stands between the last figure and the next one.
  func gap(before figure: Figure, _ reader: GapReader) -> Gap {
    reader.gap(
      from: end ?? max(0, figure.span.byteStart - Self.tailLength), to: figure.span.byteStart)
  }

  private mutating func addGap(before figure: Figure, _ reader: GapReader) {
    let gap = gap(before: figure, reader)
    place.sentence += gap.sentences
    place.block += gap.blocks
    gaps.append(gap)
    sentence.append(place.sentence)
    block.append(place.block)
    end = figure.span.byteEnd
  }

  private mutating func addOperands(of figure: Figure) {
    let start = operands.count
    if figure.upper == nil {
      operands.append(operand(figure, .value, figure.value))
      if figure.kind == .ratio, let whole = figure.of {
        operands.append(operand(figure, .whole, whole))
      }
    }
    operandsOf.append(start..<operands.count)
  }

  private mutating func operand(
    _ figure: Figure, _ part: Operand.Part, _ value: ExactDecimal
  ) -> Operand {
    let isCount = figure.kind == .count || figure.kind == .ratio
    // A precision above the value's last digit would be wrong; take the value's word then.
    let lastDigit = value.isZero ? 0 : value.exponent
    let precision = min(figure.precision ?? lastDigit, lastDigit)
    let key = UnitKey(kind: isCount ? .count : figure.kind, unit: figure.unit)
    let unitID = units[key] ?? units.count
    units[key] = unitID
    return Operand(
      figure: figures.count - 1, part: part, kind: figure.kind,
      estimate: Estimate(
        value, precision: precision, isCounted: isCount, qualifier: figure.qualifier),
      precision: precision, change: figure.change, unit: figure.unit, unitID: unitID,
      isCount: isCount)
  }
}

/// What makes two units the same: things are counted alike within ratios and alone.
private struct UnitKey: Hashable {
  let kind: FigureKind
  let unit: String?
}

extension FigureMap {
  /// The value that a figure states; nil for ranges.
  func value(of figure: Int) -> Operand? {
    operandsOf[figure].isEmpty ? nil : operands[operandsOf[figure].lowerBound]
  }

  func areInOneSentence(_ first: Int, _ second: Int) -> Bool {
    sentence[first] == sentence[second]
  }

  func areInOneBlock(_ first: Int, _ second: Int) -> Bool {
    block[first] == block[second]
  }

  /// The cues of the gaps from behind `first` to before `last`.
  func cues(after first: Int, upTo last: Int) -> CueSet {
    var found: CueSet = []
    for index in first + 1..<max(first + 1, last + 1) { found.formUnion(gaps[index].lead) }
    return found
  }

  /// Positions of up to `limit` operands before, or after, those of a figure, the nearest first.
  func operands(before figure: Int, limit: Int) -> [Int] {
    let end = operandsOf[figure].lowerBound
    return (max(0, end - limit)..<end).reversed()
  }

  func operands(after figure: Int, limit: Int) -> [Int] {
    let start = operandsOf[figure].upperBound
    return Array(start..<min(operands.count, start + limit))
  }
}
