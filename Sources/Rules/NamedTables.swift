import Lexing
import Tables

/// The tables of what figures are about, places and indicators, and of the shapes and words that the
/// grammar asks for.
struct NamedTables: Sendable {
  let places: [Place]
  let placeMerges: [PlaceMerge]
  /// The level of each place by its code.
  let levels: [String: Place.Level]
  let placeSpellings: [PlaceSpelling]
  let districts: [District]
  let shapes: [ShapeRule]
  let shapeIndex: ShapeIndex
  let indicators: [IndicatorRule]
  let indicatorPhrases: IndicatorPhrases
  let wordLists: ListedWords
  /// The names of ``placeSpellings`` and ``districts``.
  private let spelledNames, districtNames: CutPhrases
  let loader: RuleLoader

  /// Throws ``TableError`` with the place of the first thing that is wrong.
  init(folder: String) throws(TableError) {
    var loader = RuleLoader(folder: folder)
    // First, as it makes the table of letters, which the other thread asks for later.
    let cutter = PhraseCutter()
    wordLists = try ListedWords(&loader, cutter)
    places = try loader.rows(
      "places", ["code", "name", "full_name", "level", "valid_from", "valid_to", "gso_code"],
      Place.init)
    placeMerges = try loader.rows("place_merges", PlaceMerge.columns, PlaceMerge.init)
    let levels = Dictionary(places.map { ($0.code, $0.level) }, uniquingKeysWith: { $1 })
    self.levels = levels
    placeSpellings = try loader.rows("place_spellings", ["spelling", "code"]) {
      row throws(TableError) in try PlaceSpelling(row, levels: levels)
    }
    districts = try loader.rows(
      "districts", ["gso_code", "name", "kind", "province_code", "valid_from", "valid_to"]
    ) { row throws(TableError) in try District(row, levels: levels) }
    spelledNames = CutPhrases(placeSpellings.lazy.map(\.spelling), by: cutter)
    districtNames = CutPhrases(districts.lazy.map(\.name), by: cutter)
    shapes = try loader.rows(
      "shapes", ["name", "anchor", "literals", "first", "next", "disposition", "pattern"],
      ShapeRule.init)
    guard shapes.count <= ShapeIndex.mostRules else {
      throw loader.row("shapes", ShapeIndex.mostRules).error(
        "name", "there are more than \(ShapeIndex.mostRules) shapes; join some of them")
    }
    shapeIndex = ShapeIndex(shapes)
    indicators = try loader.rows("indicators", IndicatorRule.columns, IndicatorRule.init)
    indicatorPhrases = IndicatorPhrases(indicators, cutter)
    self.loader = loader
  }

  /// Adds the names of places; those that others stand for are told of them.
  func addPlaces(to phrases: inout PhraseCollector) {
    _ = phrases.addLoosely(.place, spelledNames) {
      placeSpellings[$0].mayBeLower ? .place : []
    }
    District.share(districts, phrases.addLoosely(.district, districtNames))
  }
}
