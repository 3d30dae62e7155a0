import Model

/// The figures of a document with what stands between them and the numbers they hold.
struct FigureMap {
  let figures: [Figure]
  /// `gaps[i]` is before figure `i`; the last one is after the last figure.
  private(set) var gaps: [Gap] = []
  /// The number of the sentence, and of the block, that each figure stands in. A block is a
  /// paragraph with the list that belongs to it.
  private(set) var sentence: [Int] = []
  private(set) var block: [Int] = []
  private(set) var operands: [Operand] = []
  /// The operands of each figure.
  private(set) var operandsOf: [Range<Int>] = []

  /// Enough after the last figure to see what it belongs to.
  private static let tailLength = 200

  init(_ figures: [Figure], in text: UnsafeBufferPointer<UInt8>, cues: CueTable) {
    self.figures = figures
    readGaps(GapReader(text: text, cues: cues))
    collectOperands()
  }

  private mutating func readGaps(_ reader: GapReader) {
    gaps.reserveCapacity(figures.count + 1)
    var end = max(0, (figures.first?.span.byteStart ?? 0) - Self.tailLength)
    var (sentenceNumber, blockNumber) = (0, 0)
    for figure in figures {
      let gap = reader.gap(from: end, to: figure.span.byteStart)
      sentenceNumber += gap.sentences
      blockNumber += gap.blocks
      gaps.append(gap)
      sentence.append(sentenceNumber)
      block.append(blockNumber)
      end = figure.span.byteEnd
    }
    gaps.append(reader.gap(from: end, to: min(reader.text.count, end + Self.tailLength)))
  }

  private mutating func collectOperands() {
    var units: [UnitKey: Int] = [:]
    for (index, figure) in figures.enumerated() {
      let start = operands.count
      if figure.upper == nil {
        operands.append(operand(index, .value, figure.value, &units))
        if figure.kind == .ratio, let whole = figure.of {
          operands.append(operand(index, .whole, whole, &units))
        }
      }
      operandsOf.append(start..<operands.count)
    }
  }

  private func operand(
    _ index: Int, _ part: Operand.Part, _ value: ExactDecimal, _ units: inout [UnitKey: Int]
  ) -> Operand {
    let figure = figures[index]
    let isCount = figure.kind == .count || figure.kind == .ratio
    // A precision above the value's last digit would be wrong; take the value's word then.
    let lastDigit = value.isZero ? 0 : value.exponent
    let precision = min(figure.precision ?? lastDigit, lastDigit)
    let key = UnitKey(kind: isCount ? .count : figure.kind, unit: figure.unit)
    let unitID = units[key] ?? units.count
    units[key] = unitID
    return Operand(
      figure: index, part: part, kind: figure.kind,
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
