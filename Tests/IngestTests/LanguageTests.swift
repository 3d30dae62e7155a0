import Testing

@testable import Ingest

@Suite struct LanguageTests {
  private func rule(_ text: String) throws -> String? {
    LanguageCheck(try projectRules.get()).finding(Array(text.utf8))?.rule
  }

  @Test(arguments: [
    EncodingTests.text, RawBytesTests.text, "Revenue 12%", "12 km", "",
    // Names and numbers alone tell no language.
    "VN-Index 1.254,3 HNX-Index 234,1 UPCoM 91,2 VNM 67,5 FPT 128,4 HPG 26,3 VCB 89,9 VIC 41,2 MSN 73",
    // An English title above a Vietnamese text.
    "The quick report of the week for all of us and them is in this letter that was from the office\n"
      + EncodingTests.text,
    // Little Vietnamese among names.
    "Danh sách: Anna Schmidt, John Miller, Peter Brown, Mary Jones, Paul Klein, Emma Weber, Liam "
      + "Walker. Tất cả đều đến từ châu Âu và đã nộp 12 hồ sơ.",
  ])
  func vietnameseAndShortTextsAreTaken(text: String) throws {
    #expect(try rule(text) == nil)
  }

  @Test(arguments: [
    "The province collected 1,363 billion dong in the first nine months of the year, which is 78.5% "
      + "of the plan, the chairman of the committee said on Monday.",
    "La province a collecté 1.363 milliards de dongs au cours des neuf premiers mois de l'année, "
      + "soit 78,5 % du plan, et les dépenses ont été réduites dans le même temps par le comité.",
    "Die Provinz hat in den ersten neun Monaten des Jahres 1.363 Milliarden eingenommen, das sind "
      + "78,5 Prozent des Plans, und die Ausgaben wurden von der Verwaltung auf ein Maß gesenkt.",
    "该省今年前九个月财政收入达到十三万六千三百亿越南盾完成全年计划的百分之七十八点五同比增长百分之六点四其中国内收入占多数出口税收入有所下降",
    "Провинция собрала 1363 миллиарда донгов за первые девять месяцев года, что составляет 78,5%.",
    "Kraj zebrał w pierwszych dziewięciu miesiącach roku dwanaście milionów złotych, czyli "
      + "siedemdziesiąt osiem procent planu, poinformował wczoraj przewodniczący komitetu podczas "
      + "konferencji prasowej zorganizowanej przez urząd miasta.",
  ])
  func otherLanguagesAreSetAside(text: String) throws {
    #expect(try rule(text) == "language")
  }

  @Test func vietnameseWithoutAccentsIsACaseOfItsOwn() throws {
    let text =
      "Chin thang dau nam, tinh thu ngan sach uoc dat 1.363 ty dong, bang 78,5% du toan. Huyen da "
      + "cap nuoc sach cho 12.480 ho va ty le ho ngheo giam con 3,2% theo bao cao cua uy ban."
    #expect(try rule(text) == "unaccented")
  }

  @Test func theReasonSaysWhereAndWhat() throws {
    let folder = TemporaryFolder()
    let path = folder.write(
      "a.txt",
      "The committee said that the plan was met by the end of the year, and that it is not the "
        + "first time that they have done so in this way.")
    var reasons: [String] = []
    RawFiles.read(paths: [path], options: try RawBytesTests.options()) {
      reasons.append($0.rejection?.reason ?? "a document")
    }
    #expect(reasons.count == 1)
    #expect(
      reasons.first?.hasPrefix("\(path):1:1: the text is in English, not in Vietnamese") == true)
  }
}
