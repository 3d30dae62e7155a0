import Lexing

/// The tables whose phrases are looked for in text; the raw value tags a phrase in the trie.
public enum RuleTable: UInt8, Sendable, CaseIterable {
  case numberWord = 1
  case scale, unit, denominator, noun, abbreviation, place, qualifier, qualifierAfter, change
  case status, reference, referenceAfter, timeCue, durationBefore, durationAfter, rank,
    sourceBefore, sourceAfter
  case stopWord, district, nationCue, moneyCue, relativeTime, nameCue, contrast, uncounted
  case compound, measured, firstYear

  /// The file below `Pipelines/rules` that holds its rows, without the ending.
  public var file: String {
    switch self {
    case .numberWord: "number_words"
    case .scale: "scales"
    case .unit, .denominator: "units"
    case .noun: "count_nouns"
    case .abbreviation: "abbreviations"
    case .place: "place_spellings"
    case .qualifier, .qualifierAfter: "qualifiers"
    case .change: "changes"
    case .status: "statuses"
    case .reference, .referenceAfter: "references"
    case .timeCue, .durationBefore, .durationAfter: "times"
    case .rank: "ranks"
    case .sourceBefore, .sourceAfter: "sources"
    case .stopWord: "stop_words"
    case .district: "districts"
    case .nationCue: "nation_cues"
    case .moneyCue: "money_cues"
    case .relativeTime: "relative_times"
    case .nameCue: "name_cues"
    case .contrast: "contrasts"
    case .uncounted: "uncounted"
    case .compound: "compounds"
    case .measured: "measured"
    case .firstYear: "first_years"
    }
  }

  /// The column of the file that holds the phrase.
  var phraseColumn: String {
    switch self {
    case .numberWord, .scale, .stopWord: "word"
    case .unit, .denominator: "surface"
    case .noun: "noun"
    case .abbreviation: "abbreviation"
    case .place: "spelling"
    case .district: "name"
    default: "phrase"
    }
  }
}

extension RuleTable {
  /// Its bit among those of all tables.
  @inlinable
  public var bit: UInt32 {
    @inline(__always) get { 1 &<< UInt32(rawValue) }
  }

  /// What the first words of its phrases are to the readers of a text.
  public var roles: WordRoles {
    switch self {
    case .numberWord: .number
    case .nationCue, .place, .district: .capitalizedPlace
    case .sourceBefore, .sourceAfter: .source
    case .timeCue, .relativeTime, .firstYear: .time
    case .contrast: .contrast
    case .status: .status
    default: []
    }
  }
}
