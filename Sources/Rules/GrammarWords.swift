import Lexing

/// The handful of words that the grammar of numbers itself is made of, and the lists of
/// `word_lists.csv` by their lexicon numbers.
///
/// What a text can be said with is data, in the tables; these few are the joints of the code.
public final class GrammarWords: Sendable {
  public let from, to, up, and, half, doubled, timesWord, fold, ordinal, part, hour,
    hourShort: UInt32
  public let minute, day, month, year, quarter, festival, number, negative, point, with: UInt32
  public let about, compared, samePeriod: UInt32
  /// Words before a district's name: quận, huyện, thị xã, thành phố.
  public let districtKinds: WordSet
  /// Words before a commune's name: xã, phường, thị trấn.
  public let communeKinds: WordSet
  /// The last word of what may stand in capitals before a province's name.
  public let areaKinds: WordSet
  /// Verbs that state a level: đạt, là, còn, chiếm.
  public let levelVerbs: WordSet
  /// Abbreviations that keep their dot: TP., TX., GS.
  public let dottedAbbreviations: WordSet
  /// Words that say how something changes, and words of a total: tăng nhẹ, tổng cộng.
  public let manners: WordSet
  /// Stems that stand alone only in a list of several: nông, lâm, thủy sản.
  public let listedStems: WordSet
  /// Words that join clauses, after which a new subject may stand: thì, khi, với.
  public let joints: WordSet
  /// Articles that open a noun phrase: các, những, số, tổng.
  public let determiners: WordSet
  /// Nouns too general to be a subject alone: tỷ lệ.
  public let ratioNouns: WordSet
  public let among, same, denom, few, several, first, one, street, city, concerning, give, province,
    nationwide, whole, at, inside, or, all, times,
    gold, dot, upon, price, degree, already, equal, worth, last, foremost, belonging, every, each,
    always, than, when, after, being, turn, surpassing, towards, consisting, duty, before, not,
    exceeding, township, commune, most, town, fitting, direction, residence, week, since, like,
    purpose, now, region, remaining, between, gate, code, unitAbbreviation,
    position, single, gathering, equalling, ended, area, counting,
    out, meeting, that, urban, this, again, passive, instance,
    delegate, member, doing, law, nominal,
    entirety, enough, orElse, many, mace, meal, saidHour, arc, latitude, longitude, rate,
    present, calibre, swap, stretch, road, tall, male, female, handful,
    secondary, address, returning, which, through, will, ongoing, door, complete, averaging, flying,
    success, vintage, export, product, preventing, fighting, then, doer, picture, having,
    definite, able, handing, limit, left, ruralDistrict, only,
    side: UInt32
  /// Words that open a sentence that adds something else: ngoài (ra), bên (cạnh đó).
  public let additions: WordSet
  /// Words before a place that something comes to: về, vào, sang.
  public let destinations: WordSet
  /// Words of meetings, whose day is not that of what is said there: họp, buổi, phiên; and those of
  /// them that stand behind hội: nghị, thảo.
  public let sessions, gatherings: WordSet
  /// Last words of a public service that is one-stop: bộ phận, hải quan.
  public let services: WordSet
  /// Words behind which năm before a noun is five, and no year: tại, với.
  public let fiveOpeners: WordSet
  /// Verbs before what goes to somebody: gửi lời chúc tới 2 gia đình.
  public let sendingVerbs: WordSet
  /// Words between a figure and a time that is said of it: 5 tỷ đồng trong tháng 5.
  public let timeLinks: WordSet
  /// Adverbs that open what is said of a subject: đã, đang, vẫn.
  public let tenses: WordSet
  /// Words before what somebody does or did: đã, đang, sẽ.
  public let aspects: WordSet
  /// Adverbs that open what is said of all that was counted: đều, vẫn.
  public let assertions: WordSet
  /// Behind a plan and who made it: chỉ tiêu Quốc hội giao.
  public let assigned: WordSet
  /// Words within a clause behind which what is measured stands: khiến, nhờ.
  public let subjectOpeners: WordSet
  /// All words that may end what is said of a figure only: of other words nothing is asked there.
  public let segmentWords: WordSet
  /// All words at which a phrase before a figure may be cut; likewise.
  public let phraseWords: WordSet
  /// Words that open what is said of the things counted: để, nhằm, phải.
  public let clauseOpeners: WordSet
  /// Those of them that may tell right behind a noun which are counted: ca đang điều trị.
  public let attributes: WordSet
  /// Words with which something else is said of what was counted: và chưa thể.
  public let predicates: WordSet
  /// Words before a plan that was reached: hoàn thành, vượt.
  public let fulfilments: WordSet
  /// Verbs before a forecast or a plan that is made anew: điều chỉnh dự báo.
  public let revisingVerbs: WordSet
  /// Words between a change and the level that it led to: tăng nhẹ lên 5.
  public let rises: WordSet
  /// Words before the year of a birth: SN 1987, sinh 1987.
  public let birthWords: WordSet
  /// Words of foreign trade, whose prices are the nation's: xuất, nhập.
  public let tradeWords: WordSet
  /// Words before what is an example only: như, chẳng hạn.
  public let exampleWords: WordSet
  /// What stands before the names of foreign places: tỉnh, thành phố, thủ đô.
  public let foreignKinds: WordSet
  /// Words behind xuất and nhập that make no trade of them: nhập viện.
  public let untraded: WordSet
  /// Words behind which a verb of saying is a noun: bài (phát biểu), lời (nói).
  public let speechNouns: WordSet
  /// The first words of what somebody is: giám (đốc), chủ (tịch).
  public let officeTitles: WordSet
  /// Words with which who speaks is named, at a sentence's start: ông, đại (diện).
  public let speakerOpeners: WordSet
  /// Words between a figure and the place where it is: tại, ở, thuộc.
  public let placeLinks: WordSet
  /// Words that open a sentence about something else: về, ngoài.
  public let topicWords: WordSet
  /// Verbs behind months of which something is reported: 9 tháng đạt, 9 tháng ước.
  public let reportVerbs: WordSet
  /// Last words of what a national body gives others to keep to: quy định, chỉ đạo.
  public let orderWords: WordSet
  /// Words that open a sentence of what would be so: nếu, giả.
  public let conditions: WordSet
  /// Nouns before thế giới that make it the whole world: sản lượng, kinh tế.
  public let worldNouns: WordSet
  /// Words of the weather: mưa, nắng.
  public let weather: WordSet
  /// Words beside an indicator's name that make it another measure: bị, tiết (kiệm).
  public let indicatorLimits: WordSet
  /// Words that may follow an indicator's name without narrowing it: của, tại.
  public let indicatorTails: WordSet
  /// Nouns of a level before a number: ở mức 5%, mốc 700 điểm.
  public let levelNouns: WordSet
  /// Words before số that make it count: tổng số, con số.
  public let countingWords: WordSet
  /// Nouns before which một, and a 1, is an article: một số, một cách.
  public let articleNouns: WordSet
  /// Words between an earlier and a later level: từ 5 lên 7.
  public let steps: WordSet
  /// Words before a noun that only tell the sex or the kind of what it counts: nữ, chiếc.
  public let classifiers: WordSet
  /// Words that deny what is said behind them: không, chưa.
  public let negations: WordSet
  /// Parts that tell how large a thing is: xe 16 chỗ, nhà 3 tầng.
  public let partNouns: WordSet
  /// Last words of nouns of which the purpose tells which they are: điều kiện để vay vốn.
  public let purposedNouns: WordSet
  public let money, persons, share, age: UInt32
  /// Adjectives before a length, an area or a weight: dài, rộng.
  public let dimensions: WordSet
  /// Words before a noun that only tells where another one is: ven sông, dọc biển.
  public let besides: WordSet
  /// Words before what is spoken of in particular: riêng.
  public let focusWords: WordSet
  /// Who a bare number is the age of: ông, bà; and what stands before it: đã, ngoài.
  public let ageBearers, ageSteps: WordSet
  /// Words of a rate of growth, stated as a level too: tăng trưởng, lạm phát.
  public let growths: WordSet
  /// Words before what brought something about: do, vì.
  public let causes: WordSet
  /// Verbs whose object is what is measured: đưa tổng vốn, nâng số hộ.
  public let causingVerbs: WordSet
  /// Verbs that open what is to be done, behind a sentence that states an aim: hoàn (thành).
  public let directives: WordSet
  /// Words for who speaks: chúng tôi, họ.
  public let pronouns: WordSet
  /// Words before lịch that say which calendar a day is of: âm, dương.
  public let calendars: WordSet
  public let calendar: UInt32
  /// Verbs after which a bare number is what came about: được 30, thành 5.
  public let gettingVerbs: WordSet
  /// Nouns that say nothing of what is counted: người, trường hợp.
  public let generalNouns: WordSet
  /// Words behind điểm that make it a place: điểm giữ xe, điểm bán hàng.
  public let spots: WordSet
  /// What is done to places, not to points: lập, bố trí.
  public let spotVerbs: WordSet
  /// What must not be exceeded: ngưỡng, quy chuẩn.
  public let norms: WordSet
  /// Words before so many times something: lớn, dài.
  public let magnitudes: WordSet
  /// Indices whose values are written without a unit: AQI.
  public let indexNames: WordSet
  /// What a statistic of an area is of: tỉnh, cả nước.
  public let owners: WordSet
  /// Words behind which an indicator's name is no head of its phrase: của, với.
  public let heldBy: WordSet
  /// Words before a title that is counted with them: nguyên, cựu, phó.
  public let titlePrefixes: WordSet
  /// Verbs whose object is the part that a percentage takes: có, dành.
  public let havingVerbs: WordSet
  /// Months of the lunar year that have names: Giêng, Chạp.
  public let lunarMonths: WordSet
  /// Words that end a basis.
  public let basisStops: WordSet
  /// Plans that a percentage is measured against.
  public let plans: WordSet
  /// Words beside which a lone C is degrees: nhiệt độ.
  public let temperatures: WordSet
  /// Words behind a number whose noun was said just before: 3 vệ tinh của Ấn Độ, 88 của Mỹ.
  public let ellipses: WordSet
  /// Words of wholes that a fraction is a part of: 2/3 thời gian, 1/4 diện tích.
  public let wholes: WordSet
  /// Words before an amount said again in another currency: tương đương, quy đổi.
  public let equivalents: WordSet
  /// Words of angles, before degrees: góc, nghiêng.
  public let angles: WordSet
  /// Words behind the name of a province that is no more: cũ, trước (đây).
  public let formers: WordSet
  /// Words of the beginning or the end of a work, whose day is that of nothing else: hoàn thành, khởi công.
  public let milestones: WordSet
  /// Words of matches, before a score: thua, thắng.
  public let matchVerbs: WordSet
  /// What has a calibre: pháo, súng, đạn.
  public let guns: WordSet
  /// Words that a person types for the sign of a number: âm, trừ; cộng, dương.
  public let minusWords, plusWords: WordSet
  public let romanNumerals: [UInt32: Int]
  /// Months in words: tháng Một.
  public let monthNames: [UInt32: Int]
  /// Words that open a number in words without being one: gấp, hàng, cả, vài, mấy, nửa; and the
  /// scales, as in gần chục.
  public let numberOpeners: [UInt32]

  init(_ builder: inout LexiconBuilder, lists listed: ListedWords, scales: [Scale]) {
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
    among = builder.word("trong")
    same = builder.word("cùng")
    denom = builder.word("phần")
    few = builder.word("vài")
    several = builder.word("mấy")
    first = builder.word("đầu")
    one = builder.word("một")
    street = builder.word("phố")
    city = builder.word("thành")
    money = builder.word("tiền")
    persons = builder.word("người")
    share = builder.word("chiếm")
    age = builder.word("tuổi")
    purpose = builder.word("để")
    like = builder.word("như")
    calendar = builder.word("lịch")
    concerning = builder.word("về")
    give = builder.word("cho")
    province = builder.word("tỉnh")
    nationwide = builder.word("nước")
    whole = builder.word("toàn")
    at = builder.word("tại")
    or = builder.word("hoặc")
    all = builder.word("cả")
    times = builder.word("x")
    gold = builder.word("vàng")
    dot = builder.word("chấm")
    upon = builder.word("trên")
    price = builder.word("giá")
    inside = builder.word("ở")
    degree = builder.word("mức")
    already = builder.word("đã")
    equal = builder.word("tương")
    worth = builder.word("đương")
    last = builder.word("cuối")
    foremost = builder.word("tiên")
    belonging = builder.word("của")
    every = builder.word("hàng")
    each = builder.word("mỗi")
    always = builder.word("hằng")
    than = builder.word("hơn")
    surpassing = builder.word("vượt")
    towards = builder.word("đối")
    consisting = builder.word("gồm")
    being = builder.word("là")
    turn = builder.word("lượt")
    when = builder.word("khi")
    after = builder.word("sau")
    duty = builder.word("nhiệm")
    before = builder.word("trước")
    not = builder.word("không")
    exceeding = builder.word("quá")
    township = builder.word("thị")
    commune = builder.word("xã")
    most = builder.word("nhất")
    town = builder.word("TP")
    fitting = builder.word("ứng")
    direction = builder.word("hướng")
    side = builder.word("phía")
    residence = builder.word("trú")
    week = builder.word("tuần")
    since = builder.word("kể")
    remaining = builder.word("còn")
    now = builder.word("hiện")
    region = builder.word("vùng")
    between = builder.word("giữa")
    gate = builder.word("khẩu")
    code = builder.word("mã")
    unitAbbreviation = builder.word("ĐVT")
    position = builder.word("vị")
    single = builder.word("đơn")
    gathering = builder.word("hội")
    counting = builder.word("tính")
    ended = builder.word("hết")
    area = builder.word("vực")
    equalling = builder.word("bằng")
    urban = builder.word("quận")
    that = builder.word("đó")
    out = builder.word("ra")
    meeting = builder.word("đáp")
    this = builder.word("này")
    again = builder.word("lại")
    passive = builder.word("được")
    instance = builder.word("trường")
    delegate = builder.word("biểu")
    member = builder.word("ĐB")
    doing = builder.word("làm")
    law = builder.word("luật")
    nominal = builder.word("sự")
    entirety = builder.word("bộ")
    enough = builder.word("đủ")
    many = builder.word("nhiều")
    orElse = builder.word("hay")
    mace = builder.word("chỉ")
    calibre = builder.word("ly")
    meal = builder.word("bữa")
    arc = builder.word("độ")
    latitude = builder.word("vĩ")
    longitude = builder.word("kinh")
    rate = builder.word("lệ")
    present = builder.word("nay")
    saidHour = builder.word("tiếng")
    swap = builder.word("đổi")
    stretch = builder.word("đoạn")
    road = builder.word("đường")
    tall = builder.word("cao")
    male = builder.word("nam")
    female = builder.word("nữ")
    handful = builder.word("dăm")
    secondary = builder.word("phụ")
    address = builder.word("address")
    returning = builder.word("trở")
    which = builder.word("mà")
    through = builder.word("qua")
    will = builder.word("sẽ")
    ongoing = builder.word("đang")
    door = builder.word("cửa")
    complete = builder.word("hoàn")
    averaging = builder.word("quân")
    flying = builder.word("bay")
    success = builder.word("công")
    vintage = builder.word("đời")
    export = builder.word("xuất")
    product = builder.word("sản")
    preventing = builder.word("phòng")
    fighting = builder.word("chống")
    then = builder.word("thì")
    doer = builder.word("do")
    picture = builder.word("ảnh")
    having = builder.word("có")
    definite = builder.word("cụ")
    able = builder.word("thể")
    handing = builder.word("giao")
    limit = builder.word("hạn")
    left = builder.word("lại")
    ruralDistrict = builder.word("huyện")
    only = builder.word("chỉ")
    var lists: [WordList: [UInt32]] = [:]
    for (row, list) in listed.lists.enumerated() {
      lists[list, default: []].append(builder.word(listed.words, at: row))
    }
    // A district's kind may stand before a province's name too.
    lists[.areaKind, default: []] += lists[.districtKind, default: []]
    func words(of list: WordList) -> WordSet { WordSet(lists[list, default: []]) }
    districtKinds = words(of: .districtKind)
    communeKinds = words(of: .communeKind)
    areaKinds = words(of: .areaKind)
    levelVerbs = words(of: .levelVerb)
    dottedAbbreviations = words(of: .abbreviationWithDot)
    joints = words(of: .joint)
    determiners = words(of: .determiner)
    ratioNouns = words(of: .ratioNoun)
    countingWords = words(of: .countingWord)
    articleNouns = words(of: .articleNoun)
    steps = words(of: .step)
    gettingVerbs = words(of: .gettingVerb)
    focusWords = words(of: .focusWord)
    fiveOpeners = words(of: .fiveOpener)
    dimensions = words(of: .dimension)
    besides = words(of: .beside)
    ageBearers = words(of: .ageBearer)
    ageSteps = words(of: .ageStep)
    calendars = words(of: .calendar)
    pronouns = words(of: .pronoun)
    directives = words(of: .directive)
    growths = words(of: .growthName)
    causes = words(of: .cause)
    causingVerbs = words(of: .causingVerb)
    generalNouns = words(of: .generalNoun)
    titlePrefixes = words(of: .titlePrefix)
    classifiers = words(of: .classifier)
    negations = words(of: .negation)
    partNouns = words(of: .partNoun)
    purposedNouns = words(of: .purposedNoun)
    spots = words(of: .spot)
    spotVerbs = words(of: .spotVerb)
    norms = words(of: .norm)
    magnitudes = words(of: .magnitude)
    indexNames = words(of: .indexName)
    owners = words(of: .owner)
    heldBy = words(of: .heldBy)
    havingVerbs = words(of: .havingVerb)
    lunarMonths = words(of: .lunarMonth)
    basisStops = words(of: .basisStop)
    plans = words(of: .plan)
    temperatures = words(of: .temperature)
    ellipses = words(of: .ellipsis)
    wholes = words(of: .whole)
    manners = words(of: .manner)
    listedStems = words(of: .listedStem)
    attributes = words(of: .attribute)
    rises = words(of: .rise)
    revisingVerbs = words(of: .revisingVerb)
    predicates = words(of: .predicate)
    fulfilments = words(of: .fulfilment)
    minusWords = words(of: .minusWord)
    milestones = words(of: .milestone)
    plusWords = words(of: .plusWord)
    angles = words(of: .angle)
    matchVerbs = words(of: .matchVerb)
    guns = words(of: .gun)
    equivalents = words(of: .equivalent)
    timeLinks = words(of: .timeLink)
    tenses = words(of: .tense)
    levelNouns = words(of: .levelNoun)
    formers = words(of: .former)
    indicatorLimits = words(of: .indicatorLimit)
    indicatorTails = words(of: .indicatorTail)
    tradeWords = words(of: .tradeWord)
    exampleWords = words(of: .exampleWord)
    placeLinks = words(of: .placeLink)
    speakerOpeners = words(of: .speakerOpener)
    officeTitles = words(of: .officeTitle)
    speechNouns = words(of: .speechNoun)
    foreignKinds = words(of: .foreignKind)
    untraded = words(of: .untraded)
    topicWords = words(of: .topicWord)
    worldNouns = words(of: .worldNoun)
    conditions = words(of: .condition)
    orderWords = words(of: .orderWord)
    reportVerbs = words(of: .reportVerb)
    destinations = words(of: .destination)
    additions = words(of: .addition)
    sessions = words(of: .session)
    sendingVerbs = words(of: .sendingVerb)
    services = words(of: .service)
    gatherings = words(of: .gathering)
    weather = words(of: .weather)
    aspects = words(of: .aspect)
    assertions = words(of: .assertion)
    assigned = words(of: .assigned)
    subjectOpeners = words(of: .subjectOpener)
    segmentWords = WordSet([levelVerbs, joints, subjectOpeners], [and])
    phraseWords = WordSet([ratioNouns], [share, since, from, concerning])
    birthWords = words(of: .birthWord)
    clauseOpeners = words(of: .clauseOpener)
    var roman: [UInt32: Int] = [:]
    for (index, numeral) in ["I", "II", "III", "IV"].enumerated() {
      roman[builder.word(numeral)] = index + 1
    }
    romanNumerals = roman
    var months: [UInt32: Int] = [:]
    let names = ["Một", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười"]
    for (index, name) in names.enumerated() { months[builder.word(name)] = index + 1 }
    monthNames = months
    numberOpeners =
      [fold, about, all, few, several, half] + scales.map { builder.word($0.word) }
  }
}
