import Model

/// The figures of the same unit that stand close to one another in an article.
struct Neighbours {
  /// The positions of the other levels of the same kind and unit near each figure.
  private let figures: [Figure]
  /// How many figures to either side are looked at, and how far.
  private static let reach = 4
  private static let bytes = 500

  init(_ figures: [Figure]) { self.figures = figures }

  /// How many levels of its unit stand near the figure, where all of them are at least a thousand
  /// times as large, or all a thousand times as small; otherwise none.
  func againstScale(of index: Int) -> Int {
    let figure = figures[index]
    guard figure.change == nil, figure.value > .zero, figure.upper == nil else { return 0 }
    let (low, high) = (figure.value.scaled(byPowerOfTen: -3), figure.value.scaled(byPowerOfTen: 3))
    var (larger, smaller) = (0, 0)
    for other in near(index) {
      if other.value >= high {
        larger += 1
      } else if other.value <= low {
        smaller += 1
      } else {
        return 0
      }
    }
    return larger == 0 || smaller == 0 ? larger + smaller : 0
  }

  private func near(_ index: Int) -> [Figure] {
    let figure = figures[index]
    let range = max(0, index - Self.reach)...min(figures.count - 1, index + Self.reach)
    return range.lazy.filter { $0 != index }.map { figures[$0] }.filter {
      $0.kind == figure.kind && $0.unit == figure.unit && $0.change == nil && $0.value > .zero
        && abs($0.span.byteStart - figure.span.byteStart) <= Self.bytes
    }
  }
}
