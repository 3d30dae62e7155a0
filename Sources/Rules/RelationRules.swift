import Model
import Tables

/// A row of `relation_cues.csv`: words that say how the figures around them belong together.
public struct RelationCue: Sendable {
  public enum Role: String, Sendable, CaseIterable {
    /// Parts of the figure before follow: trong đó, gồm.
    case parts
    /// The figure that follows is a whole, or the percentage before is one of it: tổng số.
    case total
    /// The percentage that follows is the share of the figure before: chiếm, đạt.
    case share
    /// What was to be reached: chỉ tiêu, kế hoạch.
    case plan
    /// The figure that follows is by how much two others differ, and part of neither: xuất siêu.
    case balance
    /// The figure that follows is what another one leaves of a whole: còn lại.
    case rest
    /// The figure that follows is the one compared with: so với, từ.
    case earlier
    /// The figure that follows is where a change ended: lên, còn.
    case later
  }

  public let phrase: String
  public let role: Role

  init(_ row: TableRow) throws(TableError) {
    phrase = row["phrase"]
    role = try row.choice("role")
    guard !phrase.isEmpty else { throw row.error("phrase", "the phrase is missing") }
  }

  static func checkUnique(_ cues: [RelationCue], in loader: RuleLoader) throws(TableError) {
    var seen: Set<String> = []
    for (index, cue) in cues.enumerated() where !seen.insert(cue.phrase.lowercased()).inserted {
      throw loader.row("relation_cues", index).error(
        "phrase", "'\(cue.phrase)' stands twice; remove one")
    }
  }
}

/// A row of `unit_conversions.csv`: a unit as a multiple of another one, for products and sums.
public struct UnitConversion: Sendable {
  public let unit: String
  public let base: String
  public let factor: ExactDecimal

  init(_ row: TableRow, known: KnownNames) throws(TableError) {
    unit = row["unit"]
    base = row["base"]
    try known.checkUnit(row)
    try known.checkUnit(row, "base")
    guard let factor = ExactDecimal(row["factor"]), factor > .zero else {
      throw row.error("factor", "'\(row["factor"])' is no positive decimal number")
    }
    self.factor = factor
  }

  static func checkUnique(_ rows: [UnitConversion], in loader: RuleLoader) throws(TableError) {
    let bases = Set(rows.map(\.base))
    var seen: Set<String> = []
    for (index, row) in rows.enumerated() {
      let source = loader.row("unit_conversions", index)
      guard seen.insert(row.unit).inserted else {
        throw source.error("unit", "'\(row.unit)' stands twice; remove one")
      }
      guard !bases.contains(row.unit) else {
        throw source.error("unit", "'\(row.unit)' is a base too; convert to one base only")
      }
    }
  }
}

/// A row of `place_limits.csv`: how much of a thing there is at most in a place.
public struct PlaceLimit: Sendable {
  static let columns = ["code", "area_km2", "area_basis", "communes", "districts"]

  /// Where an area comes from.
  public enum AreaBasis: String, Sendable, CaseIterable {
    /// From memory, and compared with no source: good for warnings only.
    case memory
    /// As an official publication gives it; the note says which.
    case published
  }

  public let code: String
  /// In square kilometres.
  public let area: ExactDecimal
  public let areaBasis: AreaBasis
  public let communes: ExactDecimal
  public let districts: ExactDecimal

  init(_ row: TableRow, levels: [String: Place.Level]) throws(TableError) {
    code = row["code"]
    guard levels[code] != nil else {
      throw row.error("code", "no place has the code '\(code)'; add it to places.csv first")
    }
    area = try Self.amount(row, "area_km2")
    areaBasis = try row.choice("area_basis")
    guard areaBasis == .memory || !row["note"].isEmpty else {
      throw row.error("note", "the note is missing; say which publication gives the area")
    }
    communes = try Self.amount(row, "communes")
    districts = try Self.amount(row, "districts")
  }

  private static func amount(_ row: TableRow, _ column: String) throws(TableError) -> ExactDecimal {
    guard let value = ExactDecimal(row[column]), value > .zero else {
      throw row.error(column, "'\(row[column])' is no positive decimal number")
    }
    return value
  }

  static func checkUnique(_ limits: [PlaceLimit], in loader: RuleLoader) throws(TableError) {
    var seen: Set<String> = []
    for (index, limit) in limits.enumerated() where !seen.insert(limit.code).inserted {
      throw loader.row("place_limits", index).error(
        "code", "'\(limit.code)' stands twice; remove one")
    }
  }

  /// Refuses a rule that would reject figures by areas that nobody looked up.
  static func checkSeverity(
    _ limits: [PlaceLimit], _ rules: [ValueRule], in loader: RuleLoader
  ) throws(TableError) {
    guard let doubtful = limits.first(where: { $0.areaBasis == .memory }) else { return }
    for (index, rule) in rules.enumerated()
    where rule.measured == .area && rule.severity == .error {
      throw loader.row("unit_rules", index).error(
        "severity",
        "an error needs published areas, and that of \(doubtful.code) in place_limits.csv is from "
          + "memory; make it a warning")
    }
  }
}
