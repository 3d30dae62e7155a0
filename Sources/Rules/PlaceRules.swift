import Tables

/// A row of `places.csv`: an area with the days between which it is valid.
public struct Place: Sendable, Hashable {
  public enum Level: String, Sendable, CaseIterable {
    /// Several nations together, or the whole world.
    case nation, province, region, country, group
  }

  /// ISO 3166-2 for provinces, ISO 3166-1 for nations, `region:…` for groups of either.
  public let code: String
  public let name: String
  /// With its rank; nil where that is not known.
  public let fullName: String?
  public let level: Level
  /// The number that the statistics office gives it.
  public let gsoCode: String?
  /// First and last day, ISO 8601; nil where open.
  public let validFrom: String?
  public let validTo: String?
  /// A city that is a province of its own.
  var isCity: Bool { level == .province && fullName?.hasPrefix("Thành phố") == true }

  /// How many provinces there were on the last day of each order of them that has ended, and how many
  /// there are.
  static func provinceCounts(_ places: [Place]) -> Set<Int> {
    let provinces = places.filter { $0.level == .province }
    return Set(
      Set(provinces.map(\.validTo)).map { day in provinces.count { $0.isValid(on: day) } })
  }

  /// - Parameter day: ISO 8601; nil is now.
  private func isValid(on day: String?) -> Bool {
    guard let day else { return validTo == nil }
    return (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
  }

  init(_ row: TableRow) throws(TableError) {
    code = row["code"]
    name = row["name"]
    fullName = row["full_name"].isEmpty ? nil : row["full_name"]
    level = try row.choice("level")
    gsoCode = row["gso_code"].isEmpty ? nil : row["gso_code"]
    validFrom = row["valid_from"].isEmpty ? nil : row["valid_from"]
    validTo = row["valid_to"].isEmpty ? nil : row["valid_to"]
  }
}

/// A row of `place_merges.csv`: a province that became part of another one, or went on as itself.
public struct PlaceMerge: Sendable, Hashable {
  public let oldCode: String
  public let oldName: String
  public let newCode: String
  public let newName: String
  /// The first day of the new order, ISO 8601.
  public let date: String
  /// What decided it.
  public let source: String

  static let columns = [
    "old_gso_code", "old_code", "old_name", "new_gso_code", "new_code", "new_name", "date",
    "source",
  ]

  init(_ row: TableRow) throws(TableError) {
    oldCode = row["old_code"]
    oldName = row["old_name"]
    newCode = row["new_code"]
    newName = row["new_name"]
    date = row["date"]
    source = row["source"]
    for column in ["old_code", "new_code", "date"] where row[column].isEmpty {
      throw row.error(column, "is missing; a merger leads from a code to a code on a day")
    }
  }
}

/// A row of `place_spellings.csv`: one way to write a place.
public final class PlaceSpelling: Sendable {
  public let spelling: String
  public let code: String
  public let level: Place.Level
  /// Also a common word or a person's name, or a vague reference.
  public let isWeak: Bool
  /// A part of the place whose code it has, which does not make it what a text is about: Tokyo.
  public let isPart: Bool
  /// At the head of a sentence somebody who is spoken of, unless the text names the place within one:
  /// Anh.
  public let isPronoun: Bool
  /// Regions and the nation may be written without a capital, cả nước, miền Trung, and so may what
  /// begins with a common noun: sân bay Long Thành.
  public let mayBeLower: Bool

  init(_ row: TableRow, levels: [String: Place.Level]) throws(TableError) {
    spelling = row["spelling"]
    code = row["code"]
    isWeak = row["note"].hasPrefix("weak")
    isPart = row["note"].hasPrefix("part")
    isPronoun = row["note"].hasPrefix("pronoun")
    guard let level = levels[code] else {
      throw row.error("code", "no place has the code '\(code)'; add it to places.csv first")
    }
    self.level = level
    mayBeLower =
      level == .nation || level == .region || level == .group || row["note"].hasPrefix("lower")
  }
}

/// A row of `nation_cues.csv`: a national body, or the nation's law.
public struct NationCue: Sendable, Hashable {
  public let phrase: String
  /// Speaks for the nation only where the text names no place at all: Nghị định, Thông tư.
  public let isWeak: Bool

  init(_ row: TableRow) throws(TableError) {
    phrase = row["phrase"]
    isWeak = row["note"].hasPrefix("weak")
  }
}

/// A row of `districts.csv`: a district, which stands for its province.
public final class District: @unchecked Sendable {
  public let name: String
  public let kind: String
  public let provinceCode: String
  /// The provinces that have a district of this name; written once, while the rules are read.
  public private(set) var provinces: [String]

  init(_ row: TableRow, levels: [String: Place.Level]) throws(TableError) {
    name = row["name"]
    kind = row["kind"]
    provinceCode = row["province_code"]
    provinces = [provinceCode]
    guard levels[provinceCode] != nil else {
      throw row.error("province_code", "no place has the code '\(provinceCode)'")
    }
  }

  /// Tells the rows that are found in texts of the provinces of those that read alike.
  ///
  /// - Parameter standing: For each row the one that is found for it.
  static func share(_ districts: [District], _ standing: [Int]) {
    for (index, row) in standing.enumerated() where row != index {
      let code = districts[index].provinceCode
      if !districts[row].provinces.contains(code) { districts[row].provinces.append(code) }
    }
  }
}
