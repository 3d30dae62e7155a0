import Tables

/// The units and indicators that other tables define; rules may name no others.
struct KnownNames {
  private var units: Set<UTF8Key> = Set(["rank", "%", "pp", "x", "điểm"].map(UTF8Key.init))
  private let indicators: Set<String>

  init(
    units rules: [UnitRule], nouns: [NounRule], abbreviations: [AbbreviationRule],
    indicators: Set<String>
  ) {
    units.reserveCapacity(rules.count + nouns.count + abbreviations.count)
    for rule in rules { units.insert(UTF8Key(rule.unit)) }
    for noun in nouns { units.insert(UTF8Key(noun.noun)) }
    for abbreviation in abbreviations { units.insert(UTF8Key(abbreviation.expansion)) }
    self.indicators = indicators
  }

  /// Refuses a unit that no figure can have; both sides of a rate's slashes must be known.
  func checkUnit(_ row: TableRow, _ column: String = "unit") throws(TableError) {
    let unit = row[column]
    guard !unit.isEmpty, !units.contains(UTF8Key(unit)) else { return }
    let parts = unit.split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated()
    where !units.contains(UTF8Key(String(part)))
      && !(part == "*" && index > 0 && index == parts.count - 1)
    {
      throw row.error(
        column, "no unit '\(part)' is known; add it to units.csv or count_nouns.csv first")
    }
  }

  func checkIndicator(_ row: TableRow) throws(TableError) {
    let code = row["indicator"]
    guard code.isEmpty || indicators.contains(code) else {
      throw row.error("indicator", "no indicator has the code '\(code)'; see indicators.csv")
    }
  }
}
