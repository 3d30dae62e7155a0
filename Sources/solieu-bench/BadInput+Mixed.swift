/// Texts of many different words that lead a reader to look around, each with a figure every few words.
extension BadInput {
  /// In the first ones every figure once led back over all those before it; the rest are only dense.
  static let mixed: [BadInput] = [
    repeated("ranks", "xếp thứ 5, đứng thứ 6 và thứ 7 trên cả nước, hạng 8/63 tỉnh, "),
    repeated("`lần lượt`", "lần lượt 5 xã, lần lượt 6 hộ, lần lượt 7 người và 8 tỷ, "),
    repeated(
      "times in words", "năm ngoái 5 hộ, hôm qua 6 xã, quý này 7 tỷ và tuần qua 3 người; "),
    repeated(
      "months in words", "tháng Ba có 5 hộ, tháng Hai 6 xã, tháng Mười Hai 7 tỷ và 3 người; "),
    repeated("denials", "thay vì 80 triệu tuổi nhưng 7,5 nền mà phải là biểu đồ; "),
    repeated("plans", "đến năm 2030 có 20 người, rồi 5 hộ và 6 xã, tăng 7 tỷ; "),
    repeated(
      "the same period", "cùng kỳ năm trước là 4 tỷ đồng, năm 2020 có 5 hộ (cùng kỳ 3) và 6 xã; "),
    repeated("bodies", "Bộ Y tế có 5 người, Nam Bộ 6 hộ và Chính phủ 7 xã, tăng 8 tỷ. "),
    repeated("open brackets", "có (5 người (6 hộ (7 xã (tăng 8 tỷ "),
    repeated("quoted numbers", "\"có 5 người\" và “6 hộ”, \"7 xã\" rồi '8 tỷ' "),
    repeated(
      "abbreviations defined anew",
      "Ủy ban nhân dân (UBND) có 5 HSSV, học sinh sinh viên (HSSV) 6 CBCC và cán bộ công chức "
        + "(CBCC) 7 UBND; "),
    repeated(
      "ranges", "từ 5 đến 6 người, 7-8 hộ, 9 - 10 xã và giữa 11 tới 12 tỷ; 3/4 bản, 5/6 thôn; "),
    repeated(
      "pronouns", "họ có 5 con, nó 6 tuổi, ông ấy 7 nhà và chúng tôi 8 tỷ, này 9 xe, đó 4 xã, "),
    repeated(
      "titles of documents",
      "Nghị định số 5/2020/NĐ-CP, Luật 6, Thông tư 7/TT-BTC, Quyết định 8 và Điều 9 khoản 3, "),
    repeated("short lines", "Có 5 người\nvà 6 hộ\nrồi 7 xã\ntăng 8 tỷ\n"),
    BadInput(name: "other numbers of many things", make: otherNumbers),
    BadInput(name: "other abbreviations defined anew", make: otherAbbreviations),
    BadInput(name: "days since which something holds", make: daysSince),
    repeated(
      "decomposed letters",
      "co\u{301} 5 ngu\u{31B}o\u{31B}\u{300}i, 6 ho\u{323}\u{302} và 7 xã; ta\u{306}ng 8 ty\u{309} "
    ),
  ]

  /// As dense as the others, but nothing comes again.
  private static func otherNumbers(_ bytes: Int) -> [UInt8] {
    counted(bytes) { "có \($0) người, \($0 + 1) hộ và \($0 + 2) xã; tăng \($0 + 3) tỷ " }
  }

  private static func otherAbbreviations(_ bytes: Int) -> [UInt8] {
    counted(bytes) {
      "Ủy ban nhân dân (UBND) có \($0) HSSV, học sinh sinh viên (HSSV) \($0 + 1) CBCC và cán bộ "
        + "công chức (CBCC) \($0 + 2) UBND; "
    }
  }

  /// Each once looked for the same day among all others.
  private static func daysSince(_ bytes: Int) -> [UInt8] {
    counted(bytes) { "kể từ ngày \($0 % 28 + 1)/\($0 % 12 + 1)/2008 có \($0) xã vùng cao; " }
  }

  private static func counted(_ bytes: Int, _ piece: (Int) -> String) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes + 256)
    var number = 1
    while text.count < bytes {
      text += piece(number).utf8
      number = number % 997 + 7
    }
    return text
  }
}
