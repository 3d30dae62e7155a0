import Model

/// The figures of the same unit that stand close to one another in an article.
struct Neighbours {
  private let figures: [Figure]
  /// How many figures to either side are looked at, and how far.
  private static let reach = 4
  private static let bytes = 500

  init(_ figures: [Figure]) { self.figures = figures }

  /// How many levels of its unit stand near the figure, where all of them are at least a thousand
  /// times as large, or all a thousand times as small; otherwise none.
  func againstScale(of index: Int) -> Int {
    guard isLevel(index), figures[index].upper == nil else { return 0 }
    let value = figures[index].value
    let (low, high) = (value.scaled(byPowerOfTen: -3), value.scaled(byPowerOfTen: 3))
    var (larger, smaller) = (0, 0)
    for other in max(0, index - Self.reach)...min(figures.count - 1, index + Self.reach)
    where other != index && isLevel(other) && isBeside(other, index) {
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

  private func isLevel(_ index: Int) -> Bool {
    figures[index].change == nil && figures[index].value > .zero
  }

  private func isBeside(_ other: Int, _ index: Int) -> Bool {
    figures[other].kind == figures[index].kind && figures[other].unit == figures[index].unit
      && abs(figures[other].span.byteStart - figures[index].span.byteStart) <= Self.bytes
  }
}
