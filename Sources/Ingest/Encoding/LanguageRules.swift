import Tables

/// By what a text is known to be Vietnamese, or to be something else.
struct LanguageRules: Sendable {
  static let vietnamese = "Vietnamese"

  /// The languages of small words; a word may belong to several.
  let words: [String: [String]]
  let quickBytes: Int
  let quickLetters: Int
  let sampleBytes: Int
  let shortWords: Int
  let markedPercent: Int
  let scriptLetters: Int
  let scriptPercent: Int
  let foreignPercent: Int
  let unaccentedPercent: Int
  let unaccentedShapePercent: Int
  let shapePercent: Int

  init(words table: Table, limits: Table) throws(TableError) {
    var words: [String: [String]] = [:]
    for row in table.rows { words[row["word"], default: []].append(row["language"]) }
    self.words = words
    var values: [String: Int] = [:]
    for row in limits.rows {
      guard let value = Int(row["value"]), value >= 0 else {
        throw row.error("value", "'\(row["value"])' is no whole number; write one such as 20")
      }
      values[row["name"]] = value
    }
    func limit(_ name: String) throws(TableError) -> Int {
      if let value = values[name] { return value }
      throw TableError(path: limits.path, message: "the row '\(name)' is missing; add it")
    }
    quickBytes = try limit("quick_bytes")
    quickLetters = try limit("quick_letters")
    sampleBytes = try limit("sample_bytes")
    shortWords = try limit("short_words")
    markedPercent = try limit("marked_percent")
    scriptLetters = try limit("script_letters")
    scriptPercent = try limit("script_percent")
    foreignPercent = try limit("foreign_percent")
    unaccentedPercent = try limit("unaccented_percent")
    unaccentedShapePercent = try limit("unaccented_shape_percent")
    shapePercent = try limit("shape_percent")
  }
}
