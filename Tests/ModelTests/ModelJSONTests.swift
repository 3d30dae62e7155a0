import Model
import Testing

private func json(_ body: (inout JSONWriter) -> Void) -> String {
  var writer = JSONWriter()
  body(&writer)
  return String(decoding: writer.bytes, as: UTF8.self)
}

private let span = Span(charStart: 3, charEnd: 16, byteStart: 5, byteEnd: 24)

private let fullFigure = Figure(
  document: "d1", span: span, quote: "từ 5 đến 7 \"tỷ\"", kind: .rank,
  value: ExactDecimal("5000000000")!, upper: ExactDecimal("7.5"), of: ExactDecimal(63),
  precision: -2, unit: "VND", qualifier: .atLeast, change: .increase, basis: "so với cùng kỳ",
  status: .target, period: "2023-Q3", place: "VN-31", subject: "Doanh thu", source: "Sở TT&TT",
  indicator: "revenue", rule: "scales:tỷ units:đồng",
  verdicts: [Verdict(rule: "unit_rules:x", severity: .warning, message: "quá lớn")])

@Suite struct ModelJSONTests {
  @Test func writesFigureKeysInTheOrderOfTheContract() throws {
    guard case .object(let members) = try JSONReader.read(Array(json(fullFigure.writeJSON).utf8))
    else {
      Issue.record("not an object")
      return
    }
    #expect(
      members.map(\.key) == [
        "document", "char_start", "char_end", "byte_start", "byte_end", "quote", "kind", "value",
        "upper", "of", "precision", "unit", "qualifier", "change", "basis", "status", "period",
        "place", "subject", "source", "indicator", "rule", "verdicts",
      ])
  }

  @Test func writesOnlyWhatAFigureHas() {
    let figure = Figure(
      document: "d", span: span, quote: "12", kind: .count, value: ExactDecimal(12))
    #expect(
      json(figure.writeJSON)
        == #"{"document":"d","char_start":3,"char_end":16,"byte_start":5,"byte_end":24,"#
        + #""quote":"12","kind":"count","value":"12","unit":null,"status":"actual"}"#)
  }

  @Test(arguments: [
    fullFigure,
    Figure(document: "d", span: span, quote: "12", kind: .count, value: ExactDecimal(12)),
  ])
  func figureSurvives(figure: Figure) throws {
    let value = try JSONReader.read(Array(json(figure.writeJSON).utf8))
    #expect(try Figure(json: value) == figure)
  }

  @Test(arguments: [
    ("[]", "the line"), ("{}", "char_start"), (#"{"document":1}"#, "document"),
    (#"{"kind":"weight"}"#, "kind"), (#"{"value":12}"#, "value"), (#"{"value":"1,5"}"#, "value"),
    (#"{"status":null}"#, "status"), (#"{"char_start":1.5}"#, "char_start"),
    (#"{"char_start":-1}"#, "char_end"), (#"{"byte_end":2}"#, "byte_end"),
    (#"{"verdicts":{}}"#, "verdicts"), (#"{"verdicts":[1]}"#, "verdicts[0]"),
    (#"{"verdicts":[{"rule":"r","severity":"bad","message":""}]}"#, "verdicts[0].severity"),
    (#"{"place":["VN"]}"#, "place"),
  ])
  func figureErrorsNameTheField(overrides: String, field: String) throws {
    let error = #expect(throws: JSONFieldError.self) {
      _ = try Figure(json: try overriding(overrides))
    }
    #expect(error?.field == field)
  }

  /// A right figure, with the members of `overrides` put after its own, where the last wins.
  private func overriding(_ overrides: String) throws -> JSONValue {
    let value = try JSONReader.read(Array(overrides.utf8))
    guard case .object(let changed) = value, !changed.isEmpty else {
      return value == .object([]) ? .object([.init(key: "document", value: .string("d"))]) : value
    }
    guard case .object(let members) = try JSONReader.read(Array(json(fullFigure.writeJSON).utf8))
    else { return .null }
    return .object(members + changed)
  }

  @Test(arguments: [
    Document(id: "a", text: Array("Tỷ\nlệ".utf8)),
    Document(
      id: "b#2", text: [], title: "t", published: "2023-10", url: "u", outlet: "o", place: "VN-31",
      path: "raw/b.csv", record: 2, digest: String(repeating: "0", count: 64)),
  ])
  func documentSurvives(document: Document) throws {
    let value = try JSONReader.read(Array(json(document.writeJSON).utf8))
    #expect(try Document(json: value) == document)
  }

  @Test func documentLeavesOutWhatIsUnknown() {
    let document = Document(id: "a", text: Array("x".utf8))
    #expect(json(document.writeJSON) == #"{"id":"a","text":"x"}"#)
  }

  @Test func numeralSurvives() throws {
    let numeral = Numeral(
      span: span, disposition: .rejected, rule: "shapes:groups", reason: "1.36.3", digitRuns: 3)
    let text = json { numeral.writeJSON(to: &$0, document: "d", quote: "1.36.3 tỷ") }
    let value = try JSONReader.read(Array(text.utf8))
    #expect(try Numeral(json: value) == numeral)
    #expect(value["document"]?.string == "d")
    #expect(value["quote"]?.string == "1.36.3 tỷ")
  }

  @Test(arguments: [
    Rejection(document: "a.txt", stage: .ingest, rule: "ingest:empty", reason: "no text"),
    Rejection(
      document: "a", stage: .extract, rule: "r", reason: "why", quote: "134%", span: span),
  ])
  func rejectionSurvives(rejection: Rejection) throws {
    let value = try JSONReader.read(Array(json(rejection.writeJSON).utf8))
    #expect(try Rejection(json: value) == rejection)
  }

  @Test func rejectionWithHalfASpanIsRefused() throws {
    let value = try JSONReader.read(
      Array(#"{"document":"a","stage":"load","rule":"r","reason":"x","char_start":1}"#.utf8))
    let error = #expect(throws: JSONFieldError.self) { _ = try Rejection(json: value) }
    #expect(error?.field == "char_end")
  }
}
