import Tables

/// A row of `places.csv`: an area with the days between which it is valid.
public struct Place: Sendable, Hashable {
  public enum Level: String, Sendable, CaseIterable { case nation, province, region, country }

  /// ISO 3166-2 for provinces, ISO 3166-1 for nations, `region:…` for groups of either.
  public let code: String
  public let name: String
  public let level: Level
  /// First and last day, ISO 8601; nil where open.
  public let validFrom: String?
  public let validTo: String?

  init(_ row: TableRow) throws(TableError) {
    code = row["code"]
    name = row["name"]
    level = try row.choice("level")
    validFrom = row["valid_from"].isEmpty ? nil : row["valid_from"]
    validTo = row["valid_to"].isEmpty ? nil : row["valid_to"]
  }
}

/// A row of `place_spellings.csv`: one way to write a place.
public final class PlaceSpelling: Sendable {
  public let spelling: String
  public let code: String
  public let level: Place.Level
  /// Also a common word or a person's name, or a vague reference.
  public let isWeak: Bool

  init(_ row: TableRow, levels: [String: Place.Level]) throws(TableError) {
    spelling = row["spelling"]
    code = row["code"]
    isWeak = row["note"].hasPrefix("weak")
    guard let level = levels[code] else {
      throw row.error("code", "no place has the code '\(code)'; add it to places.csv first")
    }
    self.level = level
  }
}

/// A row of `districts.csv`: a district, which stands for its province.
public final class District: Sendable {
  public let name: String
  public let kind: String
  public let provinceCode: String

  init(_ row: TableRow, levels: [String: Place.Level]) throws(TableError) {
    name = row["name"]
    kind = row["kind"]
    provinceCode = row["province_code"]
    guard levels[provinceCode] != nil else {
      throw row.error("province_code", "no place has the code '\(provinceCode)'")
    }
  }
}
