import Warehouse

extension RowWriter {
  func writeTable(
    _ columns: [String], _ output: Output, _ next: () throws -> [SQLValue]?
  ) throws {
    let first = try measured(next)
    let table = TextTable(columns: columns, rows: first, width: width, isColored: isColored)
    var count = 0
    try output.write(table.head)
    for row in first {
      count += 1
      try output.write(table.row(row, number: count))
    }
    while let row = try next() {
      count += 1
      try output.write(table.row(row, number: count))
    }
    try output.write(TextTable.footer(count))
  }

  /// A table of GitHub-flavoured Markdown, nothing cut.
  func writeMarkdown(
    _ columns: [String], _ output: Output, _ next: () throws -> [SQLValue]?
  ) throws {
    let first = try measured(next)
    let rule = columns.indices.map { index in
      TextTable.isNumeric(first.lazy.map { $0[index] }) ? "---:" : "---"
    }
    try output.write(Self.markdown(columns.map(Self.escaped)) + Self.markdown(rule))
    for row in first { try output.write(Self.markdown(row)) }
    while let row = try next() { try output.write(Self.markdown(row)) }
  }

  private func measured(_ next: () throws -> [SQLValue]?) throws -> [[SQLValue]] {
    var rows: [[SQLValue]] = []
    while rows.count < Self.rowsMeasured, let row = try next() { rows.append(row) }
    return rows
  }

  private static func markdown(_ row: [SQLValue]) -> String {
    markdown(row.map { escaped($0.description.visible) })
  }

  private static func markdown(_ cells: [String]) -> String {
    "| \(cells.joined(separator: " | ")) |\n"
  }

  /// What Markdown or HTML would take for more than text.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|", "\\", "*", "_", "`", "[", "]", "~": escaped += "\\\(scalar)"
      case "<": escaped += "&lt;"
      case "&": escaped += "&amp;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
