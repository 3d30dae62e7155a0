import Extraction
import Model
import Rules
import Tables

/// Examples made for every row of a rule table from one template a table, so that no row stands in
/// a table without being seen to work. The templates are `Pipelines/examples/templates.csv`:
/// `table,column,value,text,expected,rule`: for the rows whose column has one of the values (several
/// columns and their values are joined by `&`, values by `|`), the text in which `{column}` stands
/// for the row's field, what it must give, and the rule that must have fired.
public struct RowExamples {
  private struct Template {
    let table: String
    let column: String
    let value: String
    let text: String
    let expected: String
    let rule: String
  }

  private let templates: [Template]
  private let rulesFolder: String

  public init(examplesFolder: String, rulesFolder: String) throws(TableError) {
    self.rulesFolder = rulesFolder
    let table = try Table.read(
      path: "\(examplesFolder)/\(ExampleFolder.templatesName)",
      columns: ["table", "column", "value", "text", "expected", "rule"], optional: ["note"])
    templates = table.rows.map { row in
      Template(
        table: row["table"], column: row["column"], value: row["value"], text: row["text"],
        expected: row["expected"], rule: row["rule"])
    }
  }

  /// Every row that its template does not show to work.
  public func failures(rules: RuleSet) throws(TableError) -> [ExampleFailure] {
    let extractor = Extractor(rules: rules)
    var failures: [ExampleFailure] = []
    for template in templates {
      let path = "\(rulesFolder)/\(template.table).csv"
      let table = try Table.read(path: path, columns: [], ignoringOthers: true)
      for row in table.rows where matches(template, row, table.header) {
        if let message = failure(template, row, table.header, extractor) {
          failures.append(ExampleFailure(origin: "\(path):\(row.line)", message: message))
        }
      }
    }
    return failures
  }

  private func matches(_ template: Template, _ row: TableRow, _ header: [String]) -> Bool {
    let values = template.value.split(separator: "&")
    return zip(template.column.split(separator: "&"), values).allSatisfy { column, value in
      guard let index = header.firstIndex(of: String(column)) else { return false }
      return value.split(separator: "|").contains { $0 == row[column: index] }
    }
  }

  private func fill(_ text: String, _ row: TableRow, _ header: [String]) -> String {
    var filled = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      filled += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      if let index = header.firstIndex(of: name) {
        filled += row[column: index]
      } else {
        filled += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  private func failure(
    _ template: Template, _ row: TableRow, _ header: [String], _ extractor: Extractor
  ) -> String? {
    let text = fill(template.text, row, header)
    let expected = fill(template.expected, row, header)
    let rule = fill(template.rule, row, header)
    let reading = extractor.read(Document(id: "row", text: Array(text.utf8)))
    let shown = reading.figures.map { figure in
      let attributes = ["qualifier", "change", "status", "place"].map {
        "\($0) \(ExampleRunner.attribute($0, of: figure))"
      }
      let subject = " ; subject \(ExampleRunner.attribute("subject", of: figure)) ;"
      return "\(figure.kind.rawValue) \(ExampleRunner.value(figure)) \(figure.unit ?? "-") "
        + attributes.joined(separator: " ") + subject
    }
    let dispositions = reading.numerals.map { $0.disposition.rawValue }
    let rules = reading.numerals.map { $0.rule } + reading.figures.compactMap { $0.rule }
    let words = expected.split(separator: "; ").map(String.init)
    for word in words {
      let isMet =
        shown.contains { " \($0) ".contains(" \(word) ") } || dispositions.contains(word)
      if !isMet {
        return "'\(text)' does not give '\(word)', but \(shown) \(dispositions)"
      }
    }
    if !rule.isEmpty, !rules.contains(where: { $0.contains(rule) }) {
      return "'\(text)' does not use the row '\(rule)', but \(rules)"
    }
    return nil
  }
}
