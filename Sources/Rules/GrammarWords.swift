import Lexing

/// The handful of words that the grammar of numbers itself is made of.
///
/// What a text can be said with is data, in the tables; these few are the joints of the code.
public final class GrammarWords: Sendable {
  public let from, to, up, and, half, doubled, timesWord, fold, ordinal, part, hour,
    hourShort: UInt32
  public let minute, day, month, year, quarter, festival, number, negative, point, with: UInt32
  public let about, compared, samePeriod: UInt32
  /// Words before a district's name: quận, huyện, thị xã, thành phố.
  public let districtKinds: WordSet
  /// The last word of what may stand in capitals before a province's name.
  public let areaKinds: WordSet
  /// Verbs that state a level: đạt, là, còn, chiếm.
  public let levelVerbs: WordSet
  /// Abbreviations that keep their dot: TP., TX., GS.
  public let dottedAbbreviations: WordSet
  /// Words that join clauses, after which a new subject may stand: thì, khi, với.
  public let joints: WordSet
  /// Articles that open a noun phrase: các, những, số, tổng.
  public let determiners: WordSet
  /// Nouns too general to be a subject alone: tỷ lệ.
  public let ratioNouns: WordSet
  public let among, same, denom, few, several, first, one, street, city, concerning, give, province,
    nationwide, whole, at, inside, upon, price: UInt32
  /// Words before số that make it count: tổng số, con số.
  public let countingWords: WordSet
  /// Nouns before which một, and a 1, is an article: một số, một cách.
  public let articleNouns: WordSet
  /// Words between an earlier and a later level: từ 5 lên 7.
  public let steps: WordSet
  public let money, persons, share, age: UInt32
  /// Verbs after which a bare number is what came about: được 30, thành 5.
  public let gettingVerbs: WordSet
  /// Nouns that say nothing of what is counted: người, trường hợp.
  public let generalNouns: WordSet
  /// Verbs whose object is the part that a percentage takes: có, dành.
  public let havingVerbs: WordSet
  /// Months of the lunar year that have names: Giêng, Chạp.
  public let lunarMonths: WordSet
  /// Words that end a basis.
  public let basisStops: WordSet
  /// Plans that a percentage is measured against.
  public let plans: WordSet
  public let romanNumerals: [UInt32: Int]
  /// Words that open a number in words without being one: gấp, hàng, vài, mấy, nửa.
  public let numberOpeners: WordSet

  init(_ builder: inout LexiconBuilder) {
    from = builder.word("từ")
    to = builder.word("đến")
    up = builder.word("tới")
    and = builder.word("và")
    half = builder.word("nửa")
    doubled = builder.word("đôi")
    timesWord = builder.word("lần")
    fold = builder.word("gấp")
    ordinal = builder.word("thứ")
    part = builder.word("phần")
    hour = builder.word("giờ")
    hourShort = builder.word("h")
    minute = builder.word("phút")
    day = builder.word("ngày")
    month = builder.word("tháng")
    year = builder.word("năm")
    quarter = builder.word("quý")
    festival = builder.word("tết")
    number = builder.word("số")
    negative = builder.word("âm")
    point = builder.word("phẩy")
    with = builder.word("với")
    about = builder.word("hàng")
    compared = builder.word("so")
    samePeriod = builder.word("kỳ")
    var districts: Set<UInt32> = []
    for kind in ["quận", "huyện", "xã", "phố", "TP", "TX", "thị", "Q", "H"] {
      districts.insert(builder.word(kind))
    }
    districtKinds = WordSet(districts)
    var areas: Set<UInt32> = districts
    for kind in ["tỉnh", "đô", "đài", "báo", "cục", "sở", "tại", "ở", "và", "của"] {
      areas.insert(builder.word(kind))
    }
    areaKinds = WordSet(areas)
    var verbs: Set<UInt32> = []
    for verb in ["đạt", "là", "còn", "chiếm", "bằng", "gồm", "ở"] {
      verbs.insert(builder.word(verb))
    }
    levelVerbs = WordSet(verbs)
    var stops: Set<UInt32> = []
    for stop in ["và", "nhưng", "trong", "thì", "đạt", "là", "chiếm", "do", "nhờ", "vì"] {
      stops.insert(builder.word(stop))
    }
    basisStops = WordSet(stops)
    var dotted: Set<UInt32> = []
    for word in [
      "TP", "TX", "GS", "TS", "PGS", "ThS", "BS", "KS", "CN", "Th", "St", "Mr", "Q", "P",
    ] {
      dotted.insert(builder.word(word))
    }
    dottedAbbreviations = WordSet(dotted)
    var joints: Set<UInt32> = []
    for word in ["thì", "khi", "với", "mà", "nên", "để", "nhưng", "giúp", "làm"] {
      joints.insert(builder.word(word))
    }
    self.joints = WordSet(joints)
    lunarMonths = [builder.word("giêng"), builder.word("chạp")]
    generalNouns = [
      builder.word("người"), builder.word("trường"), builder.word("ca"), builder.word("vụ"),
    ]
    havingVerbs = [builder.word("có"), builder.word("dành"), builder.word("trích")]
    var counting: Set<UInt32> = []
    for word in ["tổng", "con", "chỉ"] { counting.insert(builder.word(word)) }
    countingWords = WordSet(counting)
    articleNouns = [builder.word("số"), builder.word("cách"), builder.word("phần")]
    among = builder.word("trong")
    same = builder.word("cùng")
    denom = builder.word("phần")
    few = builder.word("vài")
    several = builder.word("mấy")
    first = builder.word("đầu")
    one = builder.word("một")
    street = builder.word("phố")
    city = builder.word("thành")
    var rising: Set<UInt32> = []
    for word in ["lên", "xuống", "còn", "thành", "đến", "tới"] { rising.insert(builder.word(word)) }
    steps = WordSet(rising)
    money = builder.word("tiền")
    persons = builder.word("người")
    share = builder.word("chiếm")
    age = builder.word("tuổi")
    var getting: Set<UInt32> = []
    for word in ["được", "thành", "nợ", "xong", "thêm", "lên", "xuống", "tới", "chỉ"] {
      getting.insert(builder.word(word))
    }
    gettingVerbs = WordSet(getting)
    var determiners: Set<UInt32> = []
    for word in ["các", "những", "số", "tổng", "mọi"] { determiners.insert(builder.word(word)) }
    self.determiners = WordSet(determiners)
    ratioNouns = [builder.word("tỷ"), builder.word("lệ"), builder.word("mức")]
    concerning = builder.word("về")
    give = builder.word("cho")
    province = builder.word("tỉnh")
    nationwide = builder.word("nước")
    whole = builder.word("toàn")
    at = builder.word("tại")
    inside = builder.word("ở")
    upon = builder.word("trên")
    price = builder.word("giá")
    var plans: Set<UInt32> = []
    for plan in ["kế", "chỉ", "dự", "mục", "trung", "nghị"] { plans.insert(builder.word(plan)) }
    self.plans = WordSet(plans)
    var roman: [UInt32: Int] = [:]
    for (index, numeral) in ["I", "II", "III", "IV"].enumerated() {
      roman[builder.word(numeral)] = index + 1
    }
    romanNumerals = roman
    numberOpeners = [fold, about, few, several, half]
  }
}
