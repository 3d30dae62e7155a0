/// The punctuation marks and symbols that rules ask for, by their fixed lexicon numbers.
///
/// Marks that look alike share a number: every dash is a ``hyphen``, every quotation mark a
/// ``quote``.
public enum Mark {
  @inlinable public static var other: UInt32 { 1 }
  @inlinable public static var comma: UInt32 { 2 }
  @inlinable public static var period: UInt32 { 3 }
  @inlinable public static var colon: UInt32 { 4 }
  @inlinable public static var semicolon: UInt32 { 5 }
  @inlinable public static var slash: UInt32 { 6 }
  @inlinable public static var hyphen: UInt32 { 7 }
  @inlinable public static var percent: UInt32 { 8 }
  @inlinable public static var open: UInt32 { 9 }
  @inlinable public static var close: UInt32 { 10 }
  @inlinable public static var quote: UInt32 { 11 }
  @inlinable public static var dollar: UInt32 { 12 }
  @inlinable public static var euro: UInt32 { 13 }
  @inlinable public static var dong: UInt32 { 14 }
  @inlinable public static var plus: UInt32 { 15 }
  @inlinable public static var tilde: UInt32 { 16 }
  @inlinable public static var degree: UInt32 { 17 }
  @inlinable public static var ampersand: UInt32 { 18 }
  @inlinable public static var ellipsis: UInt32 { 19 }
  @inlinable public static var exclamation: UInt32 { 20 }
  @inlinable public static var question: UInt32 { 21 }
  @inlinable public static var bullet: UInt32 { 22 }
  @inlinable public static var at: UInt32 { 23 }
  @inlinable public static var less: UInt32 { 24 }
  @inlinable public static var greater: UInt32 { 25 }
  @inlinable public static var bar: UInt32 { 26 }
  @inlinable public static var underscore: UInt32 { 27 }
  @inlinable public static var times: UInt32 { 28 }
  @inlinable public static var pound: UInt32 { 29 }
  @inlinable public static var yen: UInt32 { 30 }
  @inlinable public static var perMille: UInt32 { 31 }
  @inlinable public static var squared: UInt32 { 32 }
  @inlinable public static var cubed: UInt32 { 33 }
  @inlinable public static var equals: UInt32 { 34 }
  @inlinable public static var hash: UInt32 { 35 }
  @inlinable public static var won: UInt32 { 36 }

  /// Word numbers start here.
  @inlinable public static var firstWord: UInt32 { 64 }

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
    case 0xB0, 0xBA, 0x2DA, 0x2070: degree
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
