import Model

@testable import Warehouse

/// Readings to store.
enum Sample {
  static let text =
    "Năm 2023, Bình Định thu 1.363 tỷ đồng, có 424/586 hộ, đạt 72,3%; theo Nghị quyết 05-NQ/TU."

  /// The text of a document: the same words, with others behind them that make it a text of its own.
  static func text(of id: String) -> String {
    guard id != "a1" else { return text }
    // Without digits, which would be lost.
    let name = id.utf8.map { String(UnicodeScalar($0 < 0x3A && $0 > 0x2F ? $0 + 0x31 : $0)) }
    return text + " (Tin của \(name.joined()).)"
  }

  /// A stand-in for SHA-256: 64 hexadecimal digits that depend on the text.
  static func digest(_ text: String) -> String {
    (0..<4).map { part in
      var fingerprint = Fingerprint()
      fingerprint.add(text)
      fingerprint.add(part)
      return fingerprint.hexadecimalText
    }.joined()
  }

  static func document(_ id: String = "a1", text: String? = nil) -> Document {
    let text = text ?? Self.text(of: id)
    return Document(
      id: id, text: Array(text.utf8), title: "Kinh tế số", published: "2023-10-12",
      url: "https://example.vn/\(id)", outlet: "Báo Mẫu", place: "VN-31", path: "Raw/\(id).txt",
      digest: digest(text))
  }

  /// Where `quote` stands in `text` for the first time.
  static func span(of quote: String, in text: String = text) -> Span {
    let scalars = Array(text.unicodeScalars)
    let wanted = Array(quote.unicodeScalars)
    let start = scalars.indices.first { scalars[$0...].starts(with: wanted) }!
    func bytes(_ part: ArraySlice<Unicode.Scalar>) -> Int {
      part.reduce(0) { $0 + UTF8.width($1) }
    }
    let byteStart = bytes(scalars[..<start])
    let end = start + wanted.count
    return Span(
      charStart: start, charEnd: end, byteStart: byteStart,
      byteEnd: byteStart + bytes(scalars[start..<end]))
  }

  static func figure(
    _ quote: String, _ kind: FigureKind, _ value: String, of whole: String? = nil, unit: String,
    document: String = "a1", text: String = text
  ) -> Figure {
    Figure(
      document: document, span: span(of: quote, in: text), quote: quote, kind: kind,
      value: ExactDecimal(value)!, of: whole.flatMap { ExactDecimal($0) }, unit: unit,
      period: "2023", place: "VN-31", subject: "doanh thu", rule: "money:tỷ đồng")
  }

  static func numeral(
    _ quote: String, _ disposition: Disposition, runs: Int, text: String = text
  ) -> Numeral {
    Numeral(
      span: span(of: quote, in: text), disposition: disposition, rule: "\(disposition):\(runs)",
      reason: disposition == .rejected ? "không hợp lệ" : nil, digitRuns: runs)
  }

  /// A year, an amount, a ratio, its share, and a resolution's number.
  static func reading(_ id: String = "a1") -> DocumentReading {
    var money = figure("1.363 tỷ đồng", .money, "1363000000000", unit: "VND", document: id)
    money.precision = 9
    money.verdicts = [
      Verdict(rule: "unit_rules:money", severity: .info, message: "trong khoảng")
    ]
    return DocumentReading(
      document: document(id),
      figures: [
        money, figure("424/586 hộ", .ratio, "424", of: "586", unit: "hộ", document: id),
        figure("72,3%", .percent, "72.3", unit: "%", document: id),
      ],
      numerals: [
        numeral("2023", .time, runs: 1), numeral("1.363 tỷ", .figure, runs: 2),
        numeral("424/586", .figure, runs: 2), numeral("72,3%", .figure, runs: 2),
        numeral("05-NQ/TU", .reference, runs: 1),
      ],
      relations: [
        Relation(
          kind: "share", formula: "424 ÷ 586 × 100", expected: "72.355", stated: "72.3",
          verdict: .rounded,
          members: [.init(figure: 1, role: "ratio"), .init(figure: 2, role: "share")])
      ])
  }

  static func rejection(_ reason: String = "không đọc được", document: String = "a1") -> Rejection {
    Rejection(
      document: document, stage: .extract, rule: "numbers:grouping", reason: reason,
      quote: "1.36.3 tỷ", span: Span(charStart: 3, charEnd: 12, byteStart: 4, byteEnd: 15))
  }
}
