/// The punctuation marks and symbols that rules ask for, by their fixed lexicon numbers.
///
/// Marks that look alike share a number: every dash is a ``hyphen``, every quotation mark a
/// ``quote``.
public enum Mark {
  public static let other: UInt32 = 1
  public static let comma: UInt32 = 2
  public static let period: UInt32 = 3
  public static let colon: UInt32 = 4
  public static let semicolon: UInt32 = 5
  public static let slash: UInt32 = 6
  public static let hyphen: UInt32 = 7
  public static let percent: UInt32 = 8
  public static let open: UInt32 = 9
  public static let close: UInt32 = 10
  public static let quote: UInt32 = 11
  public static let dollar: UInt32 = 12
  public static let euro: UInt32 = 13
  public static let dong: UInt32 = 14
  public static let plus: UInt32 = 15
  public static let tilde: UInt32 = 16
  public static let degree: UInt32 = 17
  public static let ampersand: UInt32 = 18
  public static let ellipsis: UInt32 = 19
  public static let exclamation: UInt32 = 20
  public static let question: UInt32 = 21
  public static let bullet: UInt32 = 22
  public static let at: UInt32 = 23
  public static let less: UInt32 = 24
  public static let greater: UInt32 = 25
  public static let bar: UInt32 = 26
  public static let underscore: UInt32 = 27
  public static let times: UInt32 = 28
  public static let pound: UInt32 = 29
  public static let yen: UInt32 = 30
  public static let perMille: UInt32 = 31
  public static let squared: UInt32 = 32
  public static let cubed: UInt32 = 33
  public static let equals: UInt32 = 34
  public static let hash: UInt32 = 35
  public static let won: UInt32 = 36

  /// Word numbers start here.
  public static let firstWord: UInt32 = 64

  /// Its number in the lexicon, or ``other``.
  public static func id(of codePoint: UInt32) -> UInt32 {
    switch codePoint {
    case 0x2C, 0xFF0C, 0x201A: comma
    case 0x2E, 0xFF0E: period
    case 0x3A, 0xFF1A: colon
    case 0x3B, 0xFF1B: semicolon
    case 0x2F, 0x2044, 0x2215, 0xFF0F: slash
    case 0x2D, 0x2010...0x2015, 0x2212, 0xFF0D: hyphen
    case 0x25, 0xFF05: percent
    case 0x28, 0x5B, 0x7B, 0xFF08: open
    case 0x29, 0x5D, 0x7D, 0xFF09: close
    case 0x22, 0x27, 0x60, 0xAB, 0xBB, 0x2018, 0x2019, 0x201C, 0x201D: quote
    case 0x24, 0xFF04: dollar
    case 0x20AC: euro
    case 0x20AB: dong
    case 0x2B: plus
    case 0x7E, 0x2248: tilde
    case 0xB0, 0xBA, 0x2DA: degree
    case 0x26: ampersand
    case 0x2026: ellipsis
    case 0x21: exclamation
    case 0x3F: question
    case 0x2022, 0x25CF, 0x25AA, 0x25A0, 0xB7, 0x2B0, 0x2A, 0x2219, 0x25BA: bullet
    case 0x40: at
    case 0x3C, 0x2264: less
    case 0x3E, 0x2265: greater
    case 0x7C: bar
    case 0x5F: underscore
    case 0xD7: times
    case 0xA3: pound
    case 0xA5: yen
    case 0x2030: perMille
    case 0xB2: squared
    case 0xB3: cubed
    case 0x3D: equals
    case 0x23: hash
    case 0x20A9: won
    default: other
    }
  }
}
