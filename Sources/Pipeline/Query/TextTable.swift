import Warehouse

/// Rows as a table for people: columns in line under their names, numbers to the right. Where they
/// have no room side by side, each row is written from top to bottom, a line a column.
struct TextTable {
  private let columns: [String]
  private let isNumeric: [Bool]
  /// Nil when rows are written from top to bottom.
  private let widths: [Int]?
  private let isColored: Bool

  /// - Parameter rows: those that the columns are measured by.
  init(columns: [String], rows: [[SQLValue]], width: Int?, isColored: Bool) {
    self.columns = columns.map(\.visible)
    self.isColored = isColored
    isNumeric = columns.indices.map { index in Self.isNumeric(rows.lazy.map { $0[index] }) }
    var needs: [ColumnWidths.Need] = []
    for (index, column) in self.columns.enumerated() {
      let cells = rows.map { DisplayWidth.of(Self.cell($0[index])) }.max() ?? 0
      needs.append(
        ColumnWidths.Need(
          head: DisplayWidth.of(column), cells: cells, isNumeric: isNumeric[index]))
    }
    widths = ColumnWidths.fit(needs, into: width)
  }

  /// A whole table at once, for few rows; nothing is cut.
  static func text(columns: [String], rows: [[SQLValue]]) -> String {
    let table = TextTable(columns: columns, rows: rows, width: nil, isColored: false)
    let lines = rows.enumerated().map { table.row($1, number: $0 + 1) }
    return table.head + lines.joined() + footer(rows.count)
  }

  /// What stands below the rows.
  static func footer(_ count: Int) -> String {
    count == 1 ? "1 row\n" : "\(Numbers.grouped(count)) rows\n"
  }

  private static func cell(_ value: SQLValue) -> String { value.description.visible }

  /// True when all values are numbers, or the texts of exact decimals.
  static func isNumeric(_ values: some Sequence<SQLValue>) -> Bool {
    var found = false
    for value in values {
      switch value {
      case .null: continue
      case .integer, .real: found = true
      case .text(let text) where isDecimal(text): found = true
      default: return false
      }
    }
    return found
  }

  /// Digits with at most one point between them, and no zero before others: that is a code.
  private static func isDecimal(_ text: String) -> Bool {
    var digits = Substring(text).utf8
    if digits.first == UInt8(ascii: "-") { digits = digits.dropFirst() }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2 else { return false }
    let isCode = whole.count > 1 && whole.first == UInt8(ascii: "0")
    return !isCode
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
  }

  /// What stands above the rows.
  var head: String {
    guard let widths else { return "" }
    let rule = widths.map { String(repeating: "─", count: $0) }
      .joined(separator: String(repeating: " ", count: ColumnWidths.gap))
    return styled(line(columns, widths), "1") + "\n" + styled(rule, "2") + "\n"
  }

  func row(_ values: [SQLValue], number: Int) -> String {
    let cells = values.map(Self.cell)
    guard let widths else { return record(cells, number: number) }
    return line(cells, widths) + "\n"
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      let shown = DisplayWidth.cut(cell, to: widths[index])
      let space = String(repeating: " ", count: widths[index] - DisplayWidth.of(shown))
      let isLast = index == cells.count - 1
      if index > 0 { line += String(repeating: " ", count: ColumnWidths.gap) }
      // Nothing follows the last column that it must be in line with.
      line += isNumeric[index] ? space + shown : isLast ? shown : shown + space
    }
    return line
  }

  private func record(_ cells: [String], number: Int) -> String {
    let width = columns.map(DisplayWidth.of).max() ?? 0
    let title = "── row \(Numbers.grouped(number)) "
    let rule = String(repeating: "─", count: max(0, width + 24 - title.count))
    var text = styled(title + rule, "2") + "\n"
    for (column, cell) in zip(columns, cells) {
      let space = String(repeating: " ", count: width - DisplayWidth.of(column) + ColumnWidths.gap)
      text += styled(column, "1") + (cell.isEmpty ? "" : space + cell) + "\n"
    }
    return text
  }

  private func styled(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
