import Lexing
import Model
import Tables

/// All tables below `Pipelines/rules`, checked, with the lexicon and the trie that find their
/// phrases. Read once, then shared by all workers.
public final class RuleSet: Sendable {
  public let numberWords: [NumberWord]
  public let scales: [Scale]
  public let units: [UnitRule]
  public let qualifiers: [QualifierRule]
  public let changes: [ChangeRule]
  public let statuses: [StatusRule]
  public let references: [ReferenceRule]
  /// The labels of those that name legal documents.
  public let legalLabels: [String]
  public let times: [TimeRule]
  public let ranks: [RankRule]
  public let relativeTimes: [RelativeTimeRule]
  public let firstYears: [FirstYear]
  /// The latest of their years.
  public let newestFirstYear: Int
  public let compounds: [Compound]
  public let measured: [MeasuredNoun]
  public let contrasts: [ContrastRule]
  public let sources: [SourceRule]
  public let nouns: [NounRule]
  public let abbreviations: [AbbreviationRule]
  public let places: [Place]
  public let placeMerges: [PlaceMerge]
  /// What became of the provinces that are part of another one now, by their codes.
  public let successors: [String: PlaceMerge]
  /// The first day of the first of them; what was written before asks for none.
  public let firstMerge: String
  public let placeSpellings: [PlaceSpelling]
  public let districts: [District]
  public let communes: Communes
  /// National bodies, in the order of the table.
  public let nationCues: [NationCue]
  /// The codes of the cities that are provinces of their own.
  public let cities: Set<String>
  /// How many provinces the nation had before each reorganisation, and has now: that many are all of
  /// them.
  public let provinceCounts: Set<ExactDecimal>
  public let shapes: [ShapeRule]
  public let shapeIndex: ShapeIndex
  public let unitRules: [ValueRule]
  public let relationCues: [RelationCue]
  public let unitConversions: [UnitConversion]
  public let placeLimits: [PlaceLimit]
  public let indicators: [IndicatorRule]
  public let indicatorIndex: IndicatorIndex
  public let words: GrammarWords
  public let lexicon: Lexicon
  public let trie: PhraseTrie
  /// The digest of ``digest(folder:)``.
  public let digest: String
  /// As read, by name, for finding a row again.
  let tables: [String: Table]

  /// The tables that are read, and that of the communes, which is read when a text needs it.
  static let tableNames = [
    "number_words", "scales", "units", "qualifiers", "changes", "statuses", "references", "times",
    "ranks", "relative_times", "first_years", "contrasts", "sources", "count_nouns",
    "abbreviations", "places",
    "place_merges", "place_spellings", "districts", Communes.table, "shapes", "indicators",
    "unit_rules", "relation_cues", "unit_conversions", "place_limits", "word_lists", "stop_words",
    "compounds", "measured", "nation_cues", "name_cues", "money_cues", "uncounted",
  ]

  /// SHA-256 over the bytes of all tables in `folder`, as 64 lower-case hexadecimal digits: whether
  /// rules have changed is told without reading them.
  ///
  /// Throws ``TableError`` for a file that cannot be read.
  public static func digest(folder: String) throws(TableError) -> String {
    try TableFiles.digest(folder: folder, names: tableNames)
  }

  /// Reads and checks the tables in `folder`.
  ///
  /// Throws ``TableError`` with file, line and column for what is unreadable, unknown, missing, or
  /// written twice.
  public init(folder: String) throws(TableError) {
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
    legalLabels = references.filter { $0.kind == "legal" }.map(\.label)
    times = try loader.rows("times", ["phrase", "role"], TimeRule.init)
    ranks = try loader.rows("ranks", ["phrase", "role"], RankRule.init)
    relativeTimes = try loader.rows(
      "relative_times", ["phrase", "unit", "offset"], RelativeTimeRule.init)
    firstYears = try loader.rows("first_years", ["phrase", "year"], FirstYear.init)
    newestFirstYear = firstYears.map(\.year).max() ?? 0
    contrasts = try loader.rows("contrasts", ["phrase", "role"], ContrastRule.init)
    sources = try loader.rows("sources", ["phrase", "role"], SourceRule.init)
    nouns = try loader.rows("count_nouns", ["noun", "class"], NounRule.init)
    abbreviations = try loader.rows(
      "abbreviations", ["abbreviation", "expansion", "class", "example"], AbbreviationRule.init)
    places = try loader.rows(
      "places", ["code", "name", "full_name", "level", "valid_from", "valid_to", "gso_code"],
      Place.init)
    placeMerges = try loader.rows("place_merges", PlaceMerge.columns, PlaceMerge.init)
    cities = Set(places.lazy.filter(\.isCity).map(\.code))
    provinceCounts = Set(Place.provinceCounts(places).map { ExactDecimal($0) })
    let levels = Dictionary(places.map { ($0.code, $0.level) }, uniquingKeysWith: { $1 })
    placeSpellings = try loader.rows("place_spellings", ["spelling", "code"]) {
      row throws(TableError) in try PlaceSpelling(row, levels: levels)
    }
    districts = try loader.rows(
      "districts", ["gso_code", "name", "kind", "province_code", "valid_from", "valid_to"]
    ) { row throws(TableError) in try District(row, levels: levels) }
    communes = Communes(folder: folder)
    successors = Dictionary(
      placeMerges.compactMap { $0.oldCode == $0.newCode ? nil : ($0.oldCode, $0) },
      uniquingKeysWith: { $1 })
    firstMerge = successors.values.map(\.date).min() ?? "~"
    shapes = try loader.rows(
      "shapes", ["name", "anchor", "literals", "first", "next", "disposition", "pattern"],
      ShapeRule.init)
    guard shapes.count <= ShapeIndex.mostRules else {
      throw loader.row("shapes", ShapeIndex.mostRules).error(
        "name", "there are more than \(ShapeIndex.mostRules) shapes; join some of them")
    }
    shapeIndex = ShapeIndex(shapes)
    indicators = try loader.rows(
      "indicators",
      IndicatorRule.columns, IndicatorRule.init)
    let known = KnownNames(
      units: units, nouns: nouns, abbreviations: abbreviations,
      indicators: Set(indicators.map(\.code)))
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
      row throws(TableError) in try PlaceLimit(row, levels: levels)
    }
    try PlaceLimit.checkUnique(placeLimits, in: loader)
    try PlaceLimit.checkSeverity(placeLimits, unitRules, in: loader)
    let wordLists = try loader.rows("word_lists", ["list", "word"], WordListRow.init)
    try WordListRow.check(wordLists, in: loader)

    var phrases = PhraseCollector()
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
      .sourceBefore,
      sources.map { $0.role.isAfter ? nil : $0.phrase }, from: loader)
    try phrases.add(
      .sourceAfter,
      sources.map { $0.role.isAfter ? $0.phrase : nil }, from: loader)
    try phrases.add(.noun, nouns.map(\.noun), from: loader)
    try phrases.add(.abbreviation, abbreviations.map(\.abbreviation), from: loader)
    let spellings = placeSpellings
    _ = phrases.addLoosely(.place, spellings.map(\.spelling)) {
      spellings[$0].mayBeLower ? .place : []
    }
    District.share(districts, phrases.addLoosely(.district, districts.map(\.name)))
    try phrases.add(.stopWord, loader.strings("stop_words", "word"), from: loader)
    compounds = try loader.rows("compounds", ["phrase"], Compound.init)
    try phrases.add(.compound, compounds.map(\.phrase), from: loader)
    measured = try loader.rows("measured", ["phrase"], MeasuredNoun.init)
    try phrases.add(.measured, measured.map(\.phrase), from: loader)
    nationCues = try loader.rows("nation_cues", ["phrase"], NationCue.init)
    try phrases.add(.nationCue, nationCues.map(\.phrase), from: loader)
    try phrases.add(.nameCue, loader.strings("name_cues", "phrase"), from: loader)
    try phrases.add(.moneyCue, loader.strings("money_cues", "phrase"), from: loader)
    try phrases.add(.relativeTime, relativeTimes.map(\.phrase), from: loader)
    try phrases.add(.firstYear, firstYears.map(\.phrase), from: loader)
    try phrases.add(.contrast, contrasts.map(\.phrase), from: loader)
    try phrases.add(.uncounted, loader.strings("uncounted", "phrase"), from: loader)
    indicatorIndex = IndicatorIndex(indicators, &phrases.builder)
    words = GrammarWords(&phrases.builder, lists: wordLists, scales: scales)
    (lexicon, trie) = phrases.builder.build(
      PhraseRoles(
        functions: TableSet.functions.rawValue, heads: TableSet.heads.rawValue,
        wholes: RuleTable.compound.bit, numbers: TableSet.numberWord.rawValue,
        openers: words.numberOpeners))
    digest = try Self.digest(folder: folder)
    tables = loader.tables
  }
}
