import Extraction
import Model
import Rules
import Testing

@Suite struct ExtractorTests {
  private func read(_ text: String, published: String? = nil) throws -> DocumentReading {
    Extractor(rules: try Project.rules.get()).read(
      Document(id: "test", text: Array(text.utf8), published: published))
  }

  /// Texts with digits in every position that the grammar knows, and some that it does not.
  static let awkward = [
    "", " ", "5", "5%", "1.363 tỷ đồng", "1.2.3.4.5", "12/13/14/15", "((5))", "5 5 5 5",
    "%5%", "5-", "-5", "5–", "–5–7–9", "0", "00", "1,", "1.", ".1", ",1", "1..2", "1,,2", "5/",
    "/5", "a1b2c3", "1a2b", "m3 km2 CO2", "24/7", "24/24h", "09:30 GMT+7", "31/12/2023-1/1/2024",
    "năm 2023 2024 2025", "từ 1 đến 2 đến 3", "III/2023", "quý III/2023", "tỷ tỷ tỷ 5 tỷ tỷ",
    "1 tỷ 2 triệu 3 nghìn", "$5", "5$", "US$5 triệu", "+84 91 234 5678", "0912.345.678",
    "https://a.vn/2023/5?x=7", "a5@b6.vn", "1 234 567", "1\u{A0}234", "５ người", "5\u{AD}6 hộ",
    "99999999999999999999999999999999999999999999999 người", "12°34'56\"N", "1/500",
    "\n1. Một\n2) Hai\n- 3\n", "U.22", "Q.9, P.3", "Covid-19", "Covid – 19", "B52 F-16 A320-200",
    "thứ 2 thứ 3", "xếp thứ 5/63, thứ 6", "gấp đôi 2 lần", "1 số", "3 trong 4 người",
    "từ 5% lên 7%", "5 %/năm", "7.500đ/kg", "2tr5", "15tr", "500k", "1½", "2³",
  ]

  @Test(arguments: awkward)
  func everyDigitLiesInExactlyOneNumeral(_ text: String) throws {
    let reading = try read(text)
    let bytes = Array(text.utf8)
    var owners = [Int](repeating: 0, count: bytes.count)
    for numeral in reading.numerals {
      for byte in numeral.span.byteStart..<numeral.span.byteEnd { owners[byte] += 1 }
    }
    for (index, byte) in bytes.enumerated() where (0x30...0x39).contains(byte) {
      #expect(owners[index] == 1, "the digit at byte \(index) of '\(text)'")
    }
    #expect(owners.allSatisfy { $0 <= 1 })
  }

  @Test(arguments: awkward)
  func everySpanIsItsQuote(_ text: String) throws {
    let scalars = Array(text.unicodeScalars)
    for figure in try read(text).figures {
      let bytes = Array(text.utf8)[figure.span.byteStart..<figure.span.byteEnd]
      #expect(String(decoding: bytes, as: UTF8.self) == figure.quote)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[figure.span.charStart..<figure.span.charEnd])
      #expect(String(view) == figure.quote)
    }
  }

  @Test(arguments: awkward)
  func figuresAndTheirNumeralsAgree(_ text: String) throws {
    let reading = try read(text)
    let spans = reading.numerals.filter { $0.disposition == .figure }.map(\.span)
    #expect(reading.figures.map(\.span) == spans)
    #expect(
      reading.rejections.count == reading.numerals.count { $0.disposition == .rejected })
  }

  @Test func offsetsGoOnOverThePiecesOfALongText() throws {
    let line = "Sản lượng đạt 12,5 triệu tấn, tăng 3% so với cùng kỳ năm trước.\n"
    let text = String(repeating: line, count: 20_000)
    let reading = try read(text)
    #expect(reading.figures.count == 40_000)
    let last = try #require(reading.figures.last)
    let bytes = Array(text.utf8)[last.span.byteStart..<last.span.byteEnd]
    #expect(String(decoding: bytes, as: UTF8.self) == "3%")
    #expect(last.span.charEnd <= text.unicodeScalars.count)
  }

  @Test func aLongRunOfNumbersIsOneNumeral() throws {
    let short = try read("kết quả " + Array(repeating: "7", count: 64).joined(separator: "/"))
    #expect(short.numerals.count > 1)
    let run = Array(repeating: "7", count: 65).joined(separator: "/")
    let reading = try read("kết quả \(run)/ và 5%")
    #expect(reading.numerals.map(\.digitRuns) == [65, 1])
    #expect(reading.numerals.map(\.disposition) == [.rejected, .figure])
    #expect(reading.rejections.map(\.quote) == [run])
  }

  @Test(arguments: [" ", "% ", "\n", "; "])
  func aLongRowOfNumbersWithoutAWordIsOneNumeral(_ gap: String) throws {
    let short = try read("kết quả " + Array(repeating: "7", count: 256).joined(separator: gap))
    #expect(short.numerals.count > 1)
    let row = Array(repeating: "7", count: 257).joined(separator: gap)
    let reading = try read("kết quả \(row) và 5%")
    #expect(reading.numerals.map(\.digitRuns) == [257, 1])
    #expect(reading.numerals.map(\.disposition) == [.rejected, .figure])
    #expect(reading.rejections.map(\.quote) == [row])
  }

  @Test(arguments: ["từ 5 đến ", "tăng 5% ", "5 người\n", "hai ", "zzz 5 "])
  func aLongRowOfTheSameFewWordsIsOneNumeral(_ piece: String) throws {
    let row = String(repeating: piece, count: 300)
    let reading = try read("Quý I, cả tỉnh có 12 dự án lớn.\n\(row)còn lại là 7 xã miền núi.")
    // Before a word has come again, its number may be read.
    #expect(reading.numerals.count <= 4)
    #expect(reading.figures.first?.unit == "dự án")
    #expect(reading.figures.last?.unit == "xã")
    #expect(reading.rejections.map(\.rule) == ["numbers:row"])
    let few = try read(String(repeating: piece, count: 200))
    #expect(few.rejections.allSatisfy { $0.rule != "numbers:row" })
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["5 tỷ ", "5 tỷ 2 triệu 3 nghìn ", "hai tỷ "])
  func scalesOneAfterTheOtherAreNotFollowedToTheEnd(_ piece: String) throws {
    let reading = try read(String(repeating: piece, count: 20_000))
    #expect(reading.rejections.map(\.rule) == ["numbers:row"])
    let list = try read("Chi 1 tỷ 200 triệu 300 nghìn đồng, thu 2 tỷ 3 tỷ 400 triệu đồng.")
    #expect(list.figures.map(\.quote).contains("1 tỷ 200 triệu 300 nghìn đồng"))
  }

  @Test func aLongListOfManyWordsIsRead() throws {
    let text = (1...300).map { "Thu ngân sách đạt \($0) tỷ đồng.\n" }.joined()
    #expect(try read(text).figures.count == 300)
  }

  @Test(arguments: [
    "Có 5 người, 6 hộ và 7 xã; tăng 8 tỷ. ", "lần lượt 2 xã, 3 hộ rồi 4 thôn\n",
    "thay vì 80 triệu tấn nhưng 7,5 nghìn hộ mà phải là 3 bản, 4 làng, 9 phường; ",
  ])
  func whatIsSaidOverAndOverIsReadOnce(_ piece: String) throws {
    let once = try read(piece)
    let last = "Cuối năm còn 12 dự án."
    let text = String(repeating: piece, count: 150) + last
    let reading = try read(text)
    #expect(reading.rejections.map(\.rule) == ["numbers:repeats"])
    #expect(reading.figures.dropLast().map(\.quote).starts(with: once.figures.map(\.quote)))
    #expect(reading.figures.count <= once.figures.count * 2 + 1)
    #expect(reading.figures.last?.quote == "12 dự án")
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    let bytes = Array(text.utf8)
    let held = reading.numerals.map {
      bytes[$0.span.byteStart..<$0.span.byteEnd].count(where: isDigit)
    }
    #expect(held.reduce(0, +) == bytes.count(where: isDigit))
    // A few times may be meant, and sentences are read each time.
    let few = try read(String(repeating: piece, count: 30))
    #expect(few.rejections.isEmpty)
  }

  @Test func thePiecesOfATextGiveWhatTheWholeDoes() throws {
    let lines = (1...30_000).map {
      "Sản lượng đạt \($0),5 triệu tấn, tăng 3%; số hộ nghèo còn 1.234 hộ.\n"
    }
    let document = Document(id: "test", text: Array(lines.joined().utf8))
    let extractor = Extractor(rules: try Project.rules.get())
    let whole = extractor.read(document)
    let pieces = Array(TextPieces(document.text))
    #expect(pieces.count > 1)
    #expect(pieces.flatMap { extractor.read($0, of: document).figures } == whole.figures)
    #expect(pieces.flatMap { extractor.read($0, of: document).numerals } == whole.numerals)
  }

  @Test func aTextWithoutLineBreaksIsCutBetweenWords() throws {
    let text = String(repeating: "nay có thêm 1.234 người trong xã và ", count: 100_000)
    let reading = try read(text)
    #expect(reading.figures.count == 100_000)
    #expect(reading.figures.allSatisfy { $0.value == ExactDecimal(1234) })
  }

  @Test func aDoubtfulFormSaysThatItsNeighboursDecided() throws {
    let decided = try read("Công suất 3,055.5 MW, giá 2,086 USD/tấn.").figures
    #expect(decided.map(\.value.description) == ["3055.5", "2086"])
    #expect(decided[0].rule?.contains("numbers:neighbours") == false)
    #expect(decided[1].rule?.contains("numbers:neighbours") == true)
    let alone = try read("Giá 2,086 USD/tấn.").figures
    #expect(alone.map(\.value.description) == ["2.086"])
    #expect(alone[0].rule?.contains("numbers:neighbours") == false)
  }

  @Test func theSameTextGivesTheSameReadingAgain() throws {
    let extractor = Extractor(rules: try Project.rules.get())
    let long = Document(id: "a", text: Array("Thu 5 tỷ đồng, chi 3 tỷ đồng năm 2023.".utf8))
    let first = extractor.read(long)
    _ = extractor.read(Document(id: "b", text: Array("Xếp thứ 3. Có 7 xã.".utf8)))
    let again = extractor.read(long)
    #expect(first.figures == again.figures)
    #expect(first.numerals == again.numerals)
  }

  @Test func anAbbreviationIsForgottenWithItsDocument() throws {
    let extractor = Extractor(rules: try Project.rules.get())
    let units = ["Các cơ sở lưu trú (CSLT) đã đón khách. Huyện có 12 CSLT.", "Huyện có 12 CSLT."]
      .map {
        extractor.read(Document(id: "test", text: Array($0.utf8))).figures.map(\.unit)
      }
    #expect(units == [["cơ sở lưu trú"], ["cslt"]])
  }

  @Test(.timeLimit(.minutes(1)))
  func manyDefinitionsTakeNoLongThought() throws {
    let text = String(repeating: "cơ sở lưu trú (CSLT) có 5 CSLT. ", count: 20_000)
    let figures = try read(text).figures
    #expect(figures.count == 20_000)
    #expect(figures.allSatisfy { $0.unit == "cơ sở lưu trú" })
  }
}
