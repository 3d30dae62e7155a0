import Tables

/// A row of `count_nouns.csv`: what Vietnamese news counts.
public final class NounRule: Sendable {
  public let noun: String
  /// Often follows a number without being a statistic: cấp, mức, bên.
  public let isWeak: Bool
  /// A verb as well: tổ chức, kiến nghị.
  public let isVerb: Bool
  public let kind: String
  /// A kind of area: tỉnh, huyện, xã.
  public let isAdministrative: Bool
  /// What it is called in explanations.
  public let label: String

  init(_ row: TableRow) throws(TableError) {
    noun = row["noun"]
    label = "count_nouns:\(noun)"
    kind = row["class"]
    isAdministrative = kind == "admin_unit"
    let note = row["note"]
    isWeak = !note.isEmpty && note.hasPrefix("weak")
    isVerb = !note.isEmpty && note.hasPrefix("verb")
  }
}

/// A row of `abbreviations.csv`.
public final class AbbreviationRule: Sendable {
  public let abbreviation: String
  public let expansion: String
  public let kind: String
  /// What it is called in explanations.
  public let label: String

  init(_ row: TableRow) throws(TableError) {
    abbreviation = row["abbreviation"]
    label = "abbreviations:\(abbreviation)"
    expansion = row["expansion"]
    kind = row["class"]
    guard !expansion.isEmpty else {
      throw row.error("expansion", "the expansion is missing; write it in lower case")
    }
  }
}

/// A row of `compounds.csv`: a word of several syllables.
public struct Compound: Sendable, Hashable {
  public let phrase: String
  /// Says what somebody does: phát hiện, cách ly.
  public let isVerb: Bool

  init(_ row: TableRow) {
    phrase = row["phrase"]
    isVerb = row["note"].hasPrefix("verb")
  }
}

/// A row of `measured.csv`: a noun of what a number measures.
public struct MeasuredNoun: Sendable, Hashable {
  public let phrase: String
  /// A thing has it whatever the time: công suất, vốn điều lệ.
  public let isLasting: Bool

  init(_ row: TableRow) throws(TableError) {
    phrase = row["phrase"]
    isLasting = row["note"].hasPrefix("lasting")
  }
}
