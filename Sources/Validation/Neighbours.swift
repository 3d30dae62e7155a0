import Model

/// The figures of the same unit that stand close to one another in an article.
struct Neighbours {
  /// What is looked at of a figure: much less than all of it, as a long article has many.
  private struct Neighbour {
    let value: ExactDecimal
    let unit: String?
    let byteStart: Int
    let kind: FigureKind
    let isLevel: Bool
    let isRange: Bool
  }

  /// Those that are looked at: all, or those of one stretch with the nearest around it.
  private var figures: [Neighbour] = []
  /// The place of the first of them in the article.
  private var first = 0
  /// Of an article in stretches: the first and the last figures of each stretch.
  private var edges: [(place: Int, figure: Neighbour)] = []
  /// How many figures to either side are looked at, and how far.
  private static let reach = 4
  private static let bytes = 500

  /// Takes the figures that come next in the article.
  mutating func add(_ figures: [Figure]) {
    if self.figures.isEmpty { self.figures.reserveCapacity(figures.count) }
    for figure in figures { self.figures.append(Self.neighbour(figure)) }
  }

  private static func neighbour(_ figure: Figure) -> Neighbour {
    Neighbour(
      value: figure.value, unit: figure.unit, byteStart: figure.span.byteStart,
      kind: figure.kind, isLevel: figure.change == nil && figure.value > .zero,
      isRange: figure.upper != nil)
  }

  /// Takes of the stretch that comes next what lies near its ends.
  ///
  /// - Parameter first: how many figures come before it in the article.
  mutating func addEdges(of figures: [Figure], from first: Int) {
    for (index, figure) in figures.enumerated()
    where index < Self.reach || index + Self.reach >= figures.count {
      edges.append((first + index, Self.neighbour(figure)))
    }
  }

  /// Looks at the figures of one stretch only, beside the edges of the others.
  mutating func narrow(to figures: [Figure], from first: Int) {
    let end = first + figures.count
    let before = edges.filter { $0.place < first }.suffix(Self.reach)
    let after = edges.filter { $0.place >= end }.prefix(Self.reach)
    self.figures =
      before.map(\.figure) + figures.map { Self.neighbour($0) } + after.map(\.figure)
    self.first = first - before.count
  }

  /// How many levels of its unit stand near the figure, where all of them are at least a thousand
  /// times as large, or all a thousand times as small; otherwise none.
  func againstScale(of place: Int) -> Int {
    let index = place - first
    guard figures[index].isLevel, !figures[index].isRange else { return 0 }
    let value = figures[index].value
    let (low, high) = (value.scaled(byPowerOfTen: -3), value.scaled(byPowerOfTen: 3))
    var (larger, smaller) = (0, 0)
    for other in max(0, index - Self.reach)...min(figures.count - 1, index + Self.reach)
    where other != index && figures[other].isLevel && isBeside(other, index) {
      if figures[other].value >= high {
        larger += 1
      } else if figures[other].value <= low {
        smaller += 1
      } else {
        return 0
      }
    }
    return larger == 0 || smaller == 0 ? larger + smaller : 0
  }

  private func isBeside(_ other: Int, _ index: Int) -> Bool {
    figures[other].kind == figures[index].kind && figures[other].unit == figures[index].unit
      && abs(figures[other].byteStart - figures[index].byteStart) <= Self.bytes
  }
}
