import Tables

/// Finds the row of a table that a rule's name, such as `qualifiers:hơn`, stands for.
///
/// Not for use by two threads at once: what was looked for in a table is kept.
public final class RuleCatalog {
  private let tables: [String: Table]
  /// Line numbers by key, for the tables that were asked for.
  private var lines: [String: [String: Int]] = [:]

  public init(_ rules: RuleSet) { tables = rules.tables }

  /// File and line of the row, such as `qualifiers.csv:12`; nil for a rule of the program itself.
  public func location(of rule: String) -> String? {
    guard let (name, key) = Self.parts(of: rule), let table = tables[name] else { return nil }
    if lines[name] == nil { lines[name] = Self.index(table) }
    return lines[name]?[key].map { "\(name).csv:\($0)" }
  }

  /// Parts names that were put together: `numbers:single units:tỷ đồng` is two.
  public func separated(_ rules: String) -> [String] {
    var result: [String] = []
    for word in rules.split(separator: " ") {
      if let last = result.indices.last, !isStart(word) {
        result[last] += " " + word
      } else {
        result.append(String(word))
      }
    }
    return result
  }

  private func isStart(_ word: Substring) -> Bool {
    guard let (name, _) = Self.parts(of: String(word)) else { return false }
    return tables[name] != nil || name == "numbers" || name == "context"
  }

  private static func parts(of rule: String) -> (table: String, key: String)? {
    guard let colon = rule.firstIndex(of: ":"), colon > rule.startIndex else { return nil }
    return (String(rule[..<colon]), String(rule[rule.index(after: colon)...]))
  }

  /// Rows by the column that names them: the first one, but for tables whose first is a code.
  private static func index(_ table: Table) -> [String: Int] {
    let column = table.header.firstIndex(of: "name") ?? 0
    var lines: [String: Int] = [:]
    for row in table.rows where lines[row[column: column]] == nil {
      lines[row[column: column]] = row.line
    }
    return lines
  }
}
