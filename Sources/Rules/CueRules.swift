import Model
import Tables

/// A row of `qualifiers.csv`: words that bound the number after, or before, them.
public final class QualifierRule: Sendable {
  public enum Position: String, Sendable, CaseIterable { case before, after }
  public let phrase: String
  public let qualifier: Qualifier
  public let position: Position
  /// What it is called in explanations.
  public let label: String

  init(_ row: TableRow) throws(TableError) {
    phrase = row["phrase"]
    label = "qualifiers:\(phrase)"
    qualifier = try row.choice("qualifier")
    position = try row.choice("position")
  }
}

/// A row of `changes.csv`: words that say that a number is the size of a change, or that it is the
/// level reached by one.
public final class ChangeRule: Sendable {
  public enum Effect: String, Sendable, CaseIterable {
    case increase, decrease
    /// The number is the level that was reached.
    case level
    /// A comparison that is a change only against a basis, and bounds the number otherwise.
    case excess, shortfall
  }

  public let phrase: String
  public let effect: Effect
  /// The most words that may stand between it and the number.
  public let reach: Int
  /// What it is called in explanations.
  public let label: String

  init(_ row: TableRow) throws(TableError) {
    phrase = row["phrase"]
    label = "changes:\(phrase)"
    effect = try row.choice("change")
    reach = try row.integer("reach")
  }
}

/// A row of `statuses.csv`: words that say that a number is no accomplished fact, or, with
/// `actual`, that it is one after all.
public final class StatusRule: Sendable {
  public let phrase: String
  public let status: Status
  /// The most tokens that may stand between it and the number.
  public let reach: Int
  /// Says that something is so now: hiện nay, đến nay.
  public let isPresent: Bool
  /// Says that somebody exerts himself: phấn đấu, which with đã before it is done.
  public let isEffort: Bool
  /// Asks somebody for something: đề nghị, yêu cầu.
  public let isRequest: Bool
  /// What somebody or something is able to do, which is so where the words before say now.
  public let isAbility: Bool
  /// What it is called in explanations.
  public let label: String

  init(_ row: TableRow) throws(TableError) {
    phrase = row["phrase"]
    isPresent = row["note"].hasPrefix("now")
    isEffort = row["note"].hasPrefix("effort")
    isRequest = row["note"].hasPrefix("request")
    isAbility = row["note"].hasPrefix("ability")
    label = "statuses:\(phrase)"
    status = try row.choice("status")
    reach = try row.integer("reach")
  }
}

/// A row of `references.csv`: words after which a number names something and counts nothing.
public final class ReferenceRule: Sendable {
  public enum Strength: String, Sendable, CaseIterable {
    /// Whatever follows the number.
    case strong
    /// Only where no unit, scale or counted noun follows it.
    case weak
  }

  public enum Position: String, Sendable, CaseIterable { case before, after }

  public let phrase: String
  /// Where the phrase stands: before the number, or after it.
  public let position: Position
  /// `legal`, `clause` or `name`.
  public let kind: String
  public let strength: Strength
  /// What it is called in explanations.
  public let label: String

  init(_ row: TableRow) throws(TableError) {
    phrase = row["phrase"]
    label = "references:\(phrase)"
    kind = row["class"]
    position = try row.choice("position")
    strength = try row.choice("strength")
  }
}

/// A row of `times.csv`: words that make the number beside them a time.
public final class TimeRule: Sendable {
  public enum Role: String, Sendable, CaseIterable {
    case day
    case dayPart = "day_part"
    case month, quarter, year, span, era, from, to, near
    case beforeDuration = "before_duration"
    case afterDuration = "after_duration"
  }

  public let phrase: String
  public let role: Role

  init(_ row: TableRow) throws(TableError) {
    phrase = row["phrase"]
    role = try row.choice("role")
  }

  var table: RuleTable {
    switch role {
    case .beforeDuration: .durationBefore
    case .afterDuration: .durationAfter
    default: .timeCue
    }
  }
}

/// A row of `first_years.csv`: words for what nobody had heard of before a year.
public struct FirstYear: Sendable {
  public let phrase: String
  /// The first year of which a text that has the words can be.
  public let year: Int

  init(_ row: TableRow) throws(TableError) {
    phrase = row["phrase"]
    year = try row.integer("year")
    guard (1900...2100).contains(year) else {
      throw row.error("year", "\(year) is no year of news; write it with four digits")
    }
  }
}

/// A row of `relative_times.csv`: words that place something in time by the article's date.
public final class RelativeTimeRule: Sendable {
  public enum Unit: String, Sendable, CaseIterable {
    case year, quarter, month, week, day
    /// The week that ended last; at a weekend the one that ends.
    case pastWeek = "past_week"
    case yearToDate = "year_to_date"
    case quarterToDate = "quarter_to_date"
    case monthToDate = "month_to_date"
    /// Some time that nothing names: what is said of it has no period.
    case vague
  }

  public let phrase: String
  public let unit: Unit
  /// How many units after the article's; negative for the past.
  public let offset: Int

  init(_ row: TableRow) throws(TableError) {
    phrase = row["phrase"]
    unit = try row.choice("unit")
    offset = try row.integer("offset")
  }
}

/// A row of `contrasts.csv`: words that say that something is not so, or what is so instead.
public final class ContrastRule: Sendable {
  public enum Role: String, Sendable, CaseIterable {
    case denied, asserted, target, forecast, estimate

    /// What words behind a denied figure say that it was: `thay vì 5% như kế hoạch`.
    public var status: Status? {
      switch self {
      case .denied, .asserted: nil
      case .target: .target
      case .forecast: .forecast
      case .estimate: .estimate
      }
    }
  }

  public let phrase: String
  public let role: Role
  /// What it is called in explanations.
  public let label: String

  init(_ row: TableRow) throws(TableError) {
    phrase = row["phrase"]
    label = "contrasts:\(phrase)"
    role = try row.choice("role")
  }
}

/// A row of `ranks.csv`: words before a place in a ranking.
public final class RankRule: Sendable {
  public enum Role: String, Sendable, CaseIterable {
    case rank
    /// A rank only after another one in the same sentence.
    case ordinal
  }

  public let phrase: String
  public let role: Role
  /// What it is called in explanations.
  public let label: String

  init(_ row: TableRow) throws(TableError) {
    phrase = row["phrase"]
    label = "ranks:\(phrase)"
    role = try row.choice("role")
  }
}

/// A row of `sources.csv`: words that stand before, or after, who is cited.
public final class SourceRule: Sendable {
  public enum Role: String, Sendable, CaseIterable {
    case before, after
    /// Before the one cited, at the head of a clause only: theo.
    case atHead = "at_head"
    /// After a name only: the word is a noun as well, thông tin, báo cáo.
    case afterName = "after_name"
    /// Begins like words before one who is cited, and cites nobody: theo hướng.
    case none
    /// Likewise of words after one who is cited: thông tin điện tử.
    case noneAfter = "none_after"

    /// The words stand after the one cited, or look like such that do.
    var isAfter: Bool { self == .after || self == .afterName || self == .noneAfter }
  }
  public let phrase: String
  public let role: Role

  init(_ row: TableRow) throws(TableError) {
    phrase = row["phrase"]
    role = try row.choice("role")
  }
}
