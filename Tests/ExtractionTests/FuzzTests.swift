import Extraction
import Model
import Testing

/// Texts made by chance from what numbers are made of, always the same ones.
@Suite struct FuzzTests {
  private struct Chance {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  private static let pieces = [
    "0", "1", "2", "5", "7", "9", "10", "12", "15", "24", "31", "63", "99", "100", "500", "1000",
    "2023", "1999", "000", "123456789", "99999999999999999999999999999999999999", "1.363", "38,25",
    "1.152,6", "1,234,567", "1.2.3", "12,345", "0.568", "１２", "\u{AD}", "\u{A0}", "\u{2009}",
    " ", " ", " ", " ", ".", ",", "-", "–", "/", ":", "+", "%", "°", "°C", "(", ")", "\"", "“", "”",
    "$", "€", "₫", "*", "=", "x", "×", "#", "_", "~", "\n", "\r\n", "\t", "…", "½", "²", "‰", "&",
    "triệu", "tỷ", "nghìn", "trăm", "chục", "rưỡi", "mươi", "mười", "mốt", "lăm", "linh", "hai",
    "ba", "năm", "một", "không", "phẩy", "âm", "nửa", "phần", "tư", "gấp", "đôi", "hàng", "vài",
    "đồng", "USD", "kg", "km2", "m", "ha", "tháng", "ngày", "quý", "giờ", "h", "phút", "tuổi",
    "từ", "đến", "lên", "xuống", "và", "hoặc", "trong", "số", "thứ", "xếp thứ", "hơn", "gần",
    "khoảng", "người", "hộ", "xã", "tỉnh", "Điều", "Nghị quyết", "QĐ-UBND", "TK", "Covid", "U",
    "Hà Nội", "TP", "TP.", "lần", "điểm", "C", "độ", "nhiệt", "của", "cả", "1e6", "www.a.vn", "@",
    "Km", "BKS", "51C", "IV", "III/", "24/7", "0912 345 678", "😀", "日本", "e\u{301}",
  ]

  private static func text(_ seed: UInt64) -> String {
    var chance = Chance(state: seed &* 2_654_435_761 &+ 97)
    let count = 1 + chance.next(40)
    return (0..<count).map { _ in
      pieces[chance.next(pieces.count)] + (chance.next(3) == 0 ? "" : " ")
    }.joined()
  }

  @Test func everyDigitOfAnyTextLiesInOneNumeral() throws {
    let extractor = Extractor(rules: try Project.rules.get())
    for seed in 0..<6_000 as Range<UInt64> {
      let text = Self.text(seed)
      let bytes = Array(text.utf8)
      let reading = extractor.read(Document(id: "fuzz", text: bytes))
      var owners = [Int](repeating: 0, count: bytes.count)
      for numeral in reading.numerals {
        for byte in numeral.span.byteStart..<numeral.span.byteEnd { owners[byte] += 1 }
      }
      let isCovered = bytes.indices.allSatisfy {
        owners[$0] == 1 || owners[$0] == 0 && bytes[$0] &- 0x30 >= 10
      }
      #expect(isCovered, "seed \(seed): '\(text)'")
      let spans = reading.numerals.filter { $0.disposition == .figure }.map(\.span)
      #expect(reading.figures.map(\.span) == spans, "seed \(seed): '\(text)'")
      for figure in reading.figures {
        let quote = String(
          decoding: bytes[figure.span.byteStart..<figure.span.byteEnd], as: UTF8.self)
        #expect(quote == figure.quote, "seed \(seed): '\(text)'")
      }
    }
  }

  @Test func anyTextIsOneNumberOrIsRefused() throws {
    let reader = NumberReader(rules: try Project.rules.get())
    var read = 0
    for seed in 0..<4_000 as Range<UInt64> {
      var chance = Chance(state: seed &+ 11)
      let count = 1 + chance.next(4)
      let text = (0..<count).map { _ in Self.pieces[chance.next(Self.pieces.count)] }
        .joined(separator: chance.next(2) == 0 ? " " : "")
      if (try? reader.read(text)) != nil { read += 1 }
    }
    #expect(read > 100)
  }

  /// Numbers at the edge of what a decimal holds, in every place where digits are put together.
  @Test(arguments: [
    "99999999999999999999999999999999999999, 618 triệu",
    "99999999999999999999999999999999999999 tỷ tỷ tỷ 999 triệu",
    "999 999 999 999 999 999 999 999 999 999 999 999 999 999 đồng",
    "9.999.999.999.999.999.999.999.999.999.999.999.999.999,9 đồng",
    "từ 1 đến 99999999999999999999999999999999999999 nghìn tỷ đồng",
    "99999999999999999999999999999999999999/99999999999999999999999999999999999999 hộ",
    "１２３４５６７８９０１２３４５６７８９０１２３４５６７８９ người", "999999999999999999,999 tỷ rưỡi",
    "99999999999999999999999999999999999999m99", "âm 99999999999999999999999999999999999999 độ C",
    "99999999999999999999999999999999999999 giờ rưỡi",
  ])
  func noNumberOverflows(_ text: String) throws {
    let reading = Extractor(rules: try Project.rules.get()).read(
      Document(id: "edge", text: Array(text.utf8)))
    #expect(!reading.numerals.isEmpty)
  }
}
