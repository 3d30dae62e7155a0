import Model

/// Forms that keyboards have and running text has not.
extension NumberReader {
  /// `1e6`, `1.5e-3`, `-2E+5`: digits, a point, and a power of ten.
  static func scientific(_ text: String) -> ReadNumber? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard parts.count == 2, let power = exponent(parts[1]) else { return nil }
    var digits: UInt128 = 0
    var decimals: Int?
    var count = 0
    var isNegative = false
    for (index, byte) in parts[0].utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case UInt8(ascii: "+") where index == 0: break
      case UInt8(ascii: "."), UInt8(ascii: ","):
        guard decimals == nil, count > 0 else { return nil }
        decimals = 0
      case 0x30...0x39:
        count += 1
        guard count <= ExactDecimal.maximumDigits else { return nil }
        digits = digits * 10 + UInt128(byte - 0x30)
        decimals = decimals.map { $0 + 1 }
      default: return nil
      }
    }
    guard count > 0, decimals != 0 else { return nil }
    let last = power - (decimals ?? 0)
    return ReadNumber(
      value: ExactDecimal(coefficient: digits, exponent: last, isNegative: isNegative),
      precision: last)
  }

  /// A signed whole number of at most three digits: what is larger has no use, and no end.
  private static func exponent(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 4,
      text.utf8.dropFirst().allSatisfy({ $0 &- 0x30 < 10 }), let power = Int(text),
      abs(power) <= 100
    else { return nil }
    return power
  }

  /// `½`, `2½`, `¾`, `⅓`: a fraction that is one character.
  static func vulgar(_ text: String) -> ReadNumber? {
    var scalars = text.unicodeScalars[...]
    guard let last = scalars.popLast(), let (part, whole) = fractions[last] else {
      return mixed(text)
    }
    if scalars.last == " " { scalars.removeLast() }
    if scalars.isEmpty {
      return ReadNumber(
        value: ExactDecimal(part), of: ExactDecimal(whole), kind: .ratio, precision: 0)
    }
    guard let number = Int(String(scalars)), scalars.count <= 9 else { return nil }
    return sum(number, part, whole)
  }

  /// `1 1/2`: a whole number and a fraction.
  private static func mixed(_ text: String) -> ReadNumber? {
    let parts = text.split(separator: " ")
    guard parts.count == 2, parts[0].utf8.count <= 9, let number = Int(parts[0]) else { return nil }
    let fraction = parts[1].split(separator: "/", omittingEmptySubsequences: false)
    guard fraction.count == 2, fraction.allSatisfy({ $0.utf8.count <= 2 }),
      let part = Int(fraction[0]), let whole = Int(fraction[1]), part > 0, part < whole
    else { return nil }
    return sum(number, part, whole)
  }

  /// `0,25 triệu` for `1/4 triệu`: the fraction before a scale as a decimal.
  static func decimalFraction(_ text: String) -> String? {
    let parts = text.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let number = mixed("0 " + parts[0]) else { return nil }
    return number.value.description.replacing(".", with: ",") + " " + parts[1]
  }

  /// Two and a third has no end as a decimal.
  private static func sum(_ number: Int, _ part: Int, _ whole: Int) -> ReadNumber? {
    guard number >= 0, let decimals = [2: 1, 4: 2, 5: 1, 8: 3, 10: 1, 20: 2][whole] else {
      return nil
    }
    let scale = (0..<decimals).reduce(1) { value, _ in value * 10 }
    let digits = number * scale + part * scale / whole
    return ReadNumber(
      value: ExactDecimal(coefficient: UInt128(digits), exponent: -decimals), precision: -decimals)
  }

  private static let fractions: [Unicode.Scalar: (Int, Int)] = [
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
    "⅞": (7, 8),
  ]

  /// `$1.5M`, `1.5 million`, `hăm lăm`: words of other languages and of speech in those of the tables.
  static func inVietnamese(_ text: String) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for index in words.indices {
      if let word = otherWords[words[index].lowercased()] { words[index] = word }
    }
    // Năm trăm nghìn đồng chẵn: no more, no less.
    if words.count > 1, words.last == "chẵn" { words.removeLast() }
    let joined = words.joined(separator: " ")
    // A letter behind an amount whose currency stands before it: a scale, and no metre.
    guard let first = joined.unicodeScalars.first, "Uu$€£¥".unicodeScalars.contains(first),
      let number = joined.lastIndex(where: { $0.isASCII && $0.isNumber })
    else { return joined }
    let suffix = joined[joined.index(after: number)...].trimmingPrefix(" ").lowercased()
    guard let scale = suffixes[suffix] else { return joined }
    return joined[...number] + " " + scale
  }

  private static let otherWords = [
    "thousand": "nghìn", "million": "triệu", "millions": "triệu", "billion": "tỷ",
    "billions": "tỷ", "trillion": "nghìn tỷ", "hăm": "hai mươi", "băm": "ba mươi",
  ]

  private static let suffixes = [
    "k": "nghìn", "m": "triệu", "mn": "triệu", "mln": "triệu", "b": "tỷ", "bn": "tỷ",
  ]
}
