/// Shares the width of a terminal out to the columns of a table.
struct ColumnWidths {
  /// What stands between two columns.
  static let gap = 2
  /// A column of text is cut no further.
  static let leastText = 8

  /// What a column would take, and what it must have.
  struct Need {
    var natural: Int
    var least: Int

    init(head: Int, cells: Int, isNumeric: Bool) {
      natural = max(head, cells)
      // Half a number would be a wrong one; half a text is still read.
      least = isNumeric ? max(cells, 1) : min(natural, ColumnWidths.leastText)
    }
  }

  /// The columns' widths; nil when they cannot stand side by side.
  static func fit(_ needs: [Need], into width: Int?) -> [Int]? {
    guard let width else { return needs.map(\.natural) }
    let available = width - gap * (needs.count - 1)
    guard needs.reduce(0, { $0 + $1.least }) <= available else { return nil }
    // Short columns are left whole, and what is left is shared by the long ones alike.
    let widest = needs.map(\.natural).max() ?? 0
    var low = 0
    var high = widest
    while low < high {
      let middle = (low + high + 1) / 2
      if capped(needs, middle).reduce(0, +) <= available { low = middle } else { high = middle - 1 }
    }
    var widths = capped(needs, low)
    var rest = available - widths.reduce(0, +)
    for index in needs.indices where rest > 0 && widths[index] < needs[index].natural {
      widths[index] += 1
      rest -= 1
    }
    return widths
  }

  private static func capped(_ needs: [Need], _ cap: Int) -> [Int] {
    needs.map { max($0.least, min($0.natural, cap)) }
  }
}
