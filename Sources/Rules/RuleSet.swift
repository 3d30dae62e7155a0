import Lexing
import Model
import Tables
import Threads

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
  /// The digest of ``digest(folder:)``; empty where none was asked for.
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

  /// Reads and checks the tables in `folder`, on two threads.
  ///
  /// - Parameter isDigested: Whether ``digest`` will be asked for.
  /// Throws ``TableError`` with file, line and column for what is unreadable, unknown, missing, or
  /// written twice; of several things that are wrong it is always the same one.
  public init(folder: String, isDigested: Bool = true) throws(TableError) {
    let besides = Beside { Reading { () throws(TableError) in try NamedTables(folder: folder) } }
    let cues = try CueTables(folder: folder)
    var phrases = PhraseCollector()
    try cues.add(to: &phrases)
    let named = try besides.value().get()
    let checking = Beside {
      Reading { () throws(TableError) in
        (try CheckTables(cues, named), isDigested ? try Self.digest(folder: folder) : "")
      }
    }
    named.addPlaces(to: &phrases)
    indicatorIndex = IndicatorIndex(
      named.indicators, named.indicatorPhrases, &phrases.builder)
    words = GrammarWords(&phrases.builder, lists: named.wordLists, scales: cues.scales)
    (lexicon, trie) = phrases.builder.build(
      PhraseRoles(
        functions: TableSet.functions.rawValue, heads: TableSet.heads.rawValue,
        wholes: RuleTable.compound.bit, numbers: TableSet.numberWord.rawValue,
        openers: words.numberOpeners))

    numberWords = cues.numberWords
    scales = cues.scales
    units = cues.units
    qualifiers = cues.qualifiers
    changes = cues.changes
    statuses = cues.statuses
    references = cues.references
    legalLabels = references.filter { $0.kind == "legal" }.map(\.label)
    times = cues.times
    ranks = cues.ranks
    relativeTimes = cues.relativeTimes
    firstYears = cues.firstYears
    newestFirstYear = firstYears.map(\.year).max() ?? 0
    contrasts = cues.contrasts
    sources = cues.sources
    nouns = cues.nouns
    abbreviations = cues.abbreviations
    compounds = cues.compounds
    measured = cues.measured
    nationCues = cues.nationCues

    places = named.places
    cities = Set(places.lazy.filter(\.isCity).map(\.code))
    provinceCounts = Set(Place.provinceCounts(places).map { ExactDecimal($0) })
    placeMerges = named.placeMerges
    successors = Dictionary(
      placeMerges.compactMap { $0.oldCode == $0.newCode ? nil : ($0.oldCode, $0) },
      uniquingKeysWith: { $1 })
    firstMerge = successors.values.map(\.date).min() ?? "~"
    placeSpellings = named.placeSpellings
    districts = named.districts
    communes = Communes(folder: folder)
    shapes = named.shapes
    shapeIndex = named.shapeIndex
    indicators = named.indicators

    let (checks, digest) = try checking.value().get()
    unitRules = checks.unitRules
    relationCues = checks.relationCues
    unitConversions = checks.unitConversions
    placeLimits = checks.placeLimits
    self.digest = digest
    tables = cues.loader.tables.merging(named.loader.tables, uniquingKeysWith: { $1 })
      .merging(checks.loader.tables, uniquingKeysWith: { $1 })
  }

  private typealias Reading<Value> = Result<Value, TableError>
}
