import Lexing

/// The handful of words that the grammar of numbers itself is made of.
///
/// What a text can be said with is data, in the tables; these few are the joints of the code.
public struct GrammarWords: Sendable {
  public let from, to, up, and, half, doubled, timesWord, fold, ordinal, part, hour, hourShort: UInt32
  public let minute, day, month, year, quarter, festival, number, negative, point, with: UInt32
  public let about, each: UInt32
  public let romanNumerals: [UInt32: Int]

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
    each = builder.word("mỗi")
    var roman: [UInt32: Int] = [:]
    for (index, numeral) in ["I", "II", "III", "IV"].enumerated() {
      roman[builder.word(numeral)] = index + 1
    }
    romanNumerals = roman
  }
}
