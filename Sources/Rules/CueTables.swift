import Tables

/// The tables of words that figures are stated with: numbers, units, nouns, cues.
struct CueTables: Sendable {
  let numberWords: [NumberWord]
  let scales: [Scale]
  let units: [UnitRule]
  let qualifiers: [QualifierRule]
  let changes: [ChangeRule]
  let statuses: [StatusRule]
  let references: [ReferenceRule]
  let times: [TimeRule]
  let ranks: [RankRule]
  let relativeTimes: [RelativeTimeRule]
  let firstYears: [FirstYear]
  let contrasts: [ContrastRule]
  let sources: [SourceRule]
  let nouns: [NounRule]
  let abbreviations: [AbbreviationRule]
  let compounds: [Compound]
  let measured: [MeasuredNoun]
  let nationCues: [NationCue]
  private let stopWords, nameCues, moneyCues, uncounted: [String]
  let loader: RuleLoader

  /// Throws ``TableError`` with the place of the first thing that is wrong.
  init(folder: String) throws(TableError) {
    var loader = RuleLoader(folder: folder)
    numberWords = try loader.rows("number_words", ["word", "value", "role"], NumberWord.init)
    scales = try loader.rows("scales", ["word", "power", "form"], Scale.init)
    units = try loader.rows("units", ["surface", "kind", "unit", "power", "role"], UnitRule.init)
    qualifiers = try loader.rows(
      "qualifiers", ["phrase", "qualifier", "position"], QualifierRule.init)
    changes = try loader.rows("changes", ["phrase", "change", "reach"], ChangeRule.init)
    statuses = try loader.rows("statuses", ["phrase", "status", "reach"], StatusRule.init)
    references = try loader.rows(
      "references", ["phrase", "position", "class", "strength"], ReferenceRule.init)
    times = try loader.rows("times", ["phrase", "role"], TimeRule.init)
    ranks = try loader.rows("ranks", ["phrase", "role"], RankRule.init)
    relativeTimes = try loader.rows(
      "relative_times", ["phrase", "unit", "offset"], RelativeTimeRule.init)
    firstYears = try loader.rows("first_years", ["phrase", "year"], FirstYear.init)
    contrasts = try loader.rows("contrasts", ["phrase", "role"], ContrastRule.init)
    sources = try loader.rows("sources", ["phrase", "role"], SourceRule.init)
    nouns = try loader.rows("count_nouns", ["noun", "class"], NounRule.init)
    abbreviations = try loader.rows(
      "abbreviations", ["abbreviation", "expansion", "class", "example"], AbbreviationRule.init)
    compounds = try loader.rows("compounds", ["phrase"], Compound.init)
    measured = try loader.rows("measured", ["phrase"], MeasuredNoun.init)
    nationCues = try loader.rows("nation_cues", ["phrase"], NationCue.init)
    stopWords = try loader.strings("stop_words", "word")
    nameCues = try loader.strings("name_cues", "phrase")
    moneyCues = try loader.strings("money_cues", "phrase")
    uncounted = try loader.strings("uncounted", "phrase")
    self.loader = loader
  }

  /// Throws ``TableError`` for a phrase that cannot be found in a text, or stands twice.
  func add(to phrases: inout PhraseCollector) throws(TableError) {
    try phrases.add(.numberWord, numberWords.map(\.word), from: loader)
    try phrases.add(.scale, scales.map(\.word), from: loader)
    try phrases.add(.unit, units.map { $0.isUnit ? $0.surface : nil }, from: loader)
    try phrases.add(.denominator, units.map { $0.isDenominator ? $0.surface : nil }, from: loader)
    try phrases.add(
      .qualifier, qualifiers.map { $0.position == .before ? $0.phrase : nil }, from: loader)
    try phrases.add(
      .qualifierAfter, qualifiers.map { $0.position == .after ? $0.phrase : nil }, from: loader)
    try phrases.add(.change, changes.map(\.phrase), from: loader)
    try phrases.add(.status, statuses.map(\.phrase), from: loader)
    try phrases.add(
      .reference, references.map { $0.position == .before ? $0.phrase : nil }, from: loader)
    try phrases.add(
      .referenceAfter, references.map { $0.position == .after ? $0.phrase : nil }, from: loader)
    for table in [RuleTable.timeCue, .durationBefore, .durationAfter] {
      try phrases.add(table, times.map { $0.table == table ? $0.phrase : nil }, from: loader)
    }
    try phrases.add(.rank, ranks.map(\.phrase), from: loader)
    try phrases.add(
      .sourceBefore, sources.map { $0.role.isAfter ? nil : $0.phrase }, from: loader)
    try phrases.add(.sourceAfter, sources.map { $0.role.isAfter ? $0.phrase : nil }, from: loader)
    try phrases.add(.noun, nouns.map(\.noun), from: loader)
    try phrases.add(.abbreviation, abbreviations.map(\.abbreviation), from: loader)
    try phrases.add(.stopWord, stopWords, from: loader)
    try phrases.add(.compound, compounds.map(\.phrase), from: loader)
    try phrases.add(.measured, measured.map(\.phrase), from: loader)
    try phrases.add(.nationCue, nationCues.map(\.phrase), from: loader)
    try phrases.add(.nameCue, nameCues, from: loader)
    try phrases.add(.moneyCue, moneyCues, from: loader)
    try phrases.add(.relativeTime, relativeTimes.map(\.phrase), from: loader)
    try phrases.add(.firstYear, firstYears.map(\.phrase), from: loader)
    try phrases.add(.contrast, contrasts.map(\.phrase), from: loader)
    try phrases.add(.uncounted, uncounted, from: loader)
  }
}
