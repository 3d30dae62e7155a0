import Warehouse

/// Rows as a table for people.
struct TextTable {
  /// The most columns of the terminal that one cell takes.
  static let maximumWidth = 60

  let columns: [String]
  /// The cells as text on one line.
  private let cells: [[String]]
  /// The columns that hold numbers and nothing else: they are set to the right.
  private let isNumeric: [Bool]

  init(columns: [String], rows: [[SQLValue]]) {
    self.columns = columns
    cells = rows.map { row in row.map { Self.oneLine($0.description) } }
    isNumeric = columns.indices.map { index in
      let values = rows.map { $0[index] }.filter { $0 != .null }
      return !values.isEmpty && values.allSatisfy(\.isNumber)
    }
  }

  private static func oneLine(_ text: String) -> String {
    text.contains(where: \.isNewline)
      ? text.split(whereSeparator: \.isNewline).joined(separator: " ⏎ ") : text
  }

  /// Columns in line, under their names.
  func aligned() -> String {
    let shown = cells.map { row in
      row.map { DisplayWidth.cut($0, to: Self.maximumWidth) }
    }
    let widths = columns.indices.map { index in
      ([columns[index]] + shown.map { $0[index] }).map(DisplayWidth.of).max() ?? 0
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    let lines = [line(columns, widths), rule] + shown.map { line($0, widths) }
    let count = cells.count == 1 ? "1 row" : "\(Numbers.grouped(cells.count)) rows"
    return lines.joined(separator: "\n") + "\n\(count)\n"
  }

  private func line(_ row: [String], _ widths: [Int]) -> String {
    var padded = row.indices.map { index in
      let space = String(repeating: " ", count: widths[index] - DisplayWidth.of(row[index]))
      return isNumeric[index] ? space + row[index] : row[index] + space
    }
    // Nothing follows the last column that it must be in line with.
    if let last = padded.indices.last, !isNumeric[last] { padded[last] = row[last] }
    return padded.joined(separator: "  ")
  }

  /// A table of GitHub-flavoured Markdown, nothing cut.
  func markdown() -> String {
    let rule = isNumeric.map { $0 ? "---:" : "---" }
    let lines = [columns, rule] + cells.map { row in row.map(Self.escaped) }
    return lines.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.contains("|")
      ? text.split(separator: "|", omittingEmptySubsequences: false)
        .joined(separator: "\\|") : text
  }
}
