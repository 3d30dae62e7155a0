import Rules

/// A place named in the text.
struct Mention {
  enum Level {
    case nation
    /// A national body, which speaks for the nation only in an article about the nation.
    case agency
    /// A law of the nation, which says where an article is only where nothing else does.
    case law
    case province
    case country
    /// Several provinces or countries: no single code covers what is said of it.
    case region
  }

  var hit: Hit
  /// Where several places bear the name, empty until the rest of the text has told which is meant.
  var code: String
  var level: Level
  /// Stands in a list of places: Thái Nguyên, Vĩnh Phúc, Bắc Kạn.
  var isListed = false
  /// An end of a stretch of country: Đà Nẵng đến Bình Thuận.
  var isSpan = false
  /// A country is where something is, and no partner in trade: tại Nhật Bản.
  var isLocated = false
  /// The country is where something is in its sentence only: Bộ Y tế Nga cho biết, tại Tokyo.
  var isVoice = false
  /// Only a part of the country: Tokyo.
  var isPart = false
  /// The commune that stands for its province, where one does.
  var commune: String?
  /// A market of the whole world, whose prices belong to no place.
  var isMarket = false

  var range: Range<Int> { hit.range }

  /// The row that gave it.
  func rule(_ rules: RuleSet) -> String {
    if let commune { return "communes:\(commune)" }
    return switch hit.table {
    case .district: "districts:\(rules.districts[Int(hit.row)].name)"
    case .nationCue: "nation_cues:\(rules.nationCues[Int(hit.row)].phrase)"
    default: "place_spellings:\(rules.placeSpellings[Int(hit.row)].spelling)"
    }
  }
}

/// The place of the figure before in a paragraph.
struct LastPlace {
  var code: String?
}

/// The last places of a paragraph that say nothing of the figures behind them.
struct PassedPlaces {
  /// Their positions among the mentions.
  var mentions = 0..<0
  /// Regions are among them, as no sentence of theirs speaks of cả vùng.
  var isUnspoken = false
  /// Each of them was passed over for a figure behind one of the nation.
  var isBehindNation = false
  /// The words cả vùng in the sentence of the figure.
  var region = FirstMatch()
}

/// The place that a figure covers, with the mention that says so.
struct PlaceChoice {
  /// Nil where the text speaks of several places, or of none.
  var code: String?
  var mention: Mention?
  var reason: String
  /// True for the place of the article as a whole, and for the nation named earlier in it.
  var isArticles = false
}
