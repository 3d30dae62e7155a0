import Tables

/// The tables that figures are checked and compared by; what they name stands in the other ones.
struct CheckTables: Sendable {
  let unitRules: [ValueRule]
  let relationCues: [RelationCue]
  let unitConversions: [UnitConversion]
  let placeLimits: [PlaceLimit]
  let loader: RuleLoader

  /// Throws ``TableError`` with the place of the first thing that is wrong.
  init(_ cues: CueTables, _ named: NamedTables) throws(TableError) {
    var loader = RuleLoader(folder: cues.loader.folder)
    let known = KnownNames(
      units: cues.units, nouns: cues.nouns, abbreviations: cues.abbreviations,
      indicators: Set(named.indicators.map(\.code)))
    unitRules = try loader.rows("unit_rules", ValueRule.columns) {
      row throws(TableError) in try ValueRule(row, known: known)
    }
    try ValueRule.checkUnique(unitRules, in: loader)
    relationCues = try loader.rows("relation_cues", ["phrase", "role"], RelationCue.init)
    try RelationCue.checkUnique(relationCues, in: loader)
    unitConversions = try loader.rows("unit_conversions", ["unit", "base", "factor"]) {
      row throws(TableError) in try UnitConversion(row, known: known)
    }
    try UnitConversion.checkUnique(unitConversions, in: loader)
    placeLimits = try loader.rows("place_limits", PlaceLimit.columns) {
      row throws(TableError) in try PlaceLimit(row, levels: named.levels)
    }
    try PlaceLimit.checkUnique(placeLimits, in: loader)
    try PlaceLimit.checkSeverity(placeLimits, unitRules, in: loader)
    self.loader = loader
  }
}
