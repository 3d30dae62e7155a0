import Model
import Pipeline
import Testing

@Suite struct NumeralLedgerTests {
  private func reading(_ text: String, _ spans: [(Int, Int, Disposition)]) -> DocumentReading {
    DocumentReading(
      document: Document(id: "a", text: Array(text.utf8)),
      numerals: spans.map { start, end, disposition in
        Numeral(
          span: Span(charStart: start, charEnd: end, byteStart: start, byteEnd: end),
          disposition: disposition, rule: "test", digitRuns: 1)
      })
  }

  @Test func countsDispositionsAndDigits() {
    var ledger = NumeralLedger()
    ledger.add(reading("12 ha, 5/6", [(0, 5, .figure), (7, 10, .time)]))
    #expect(ledger.counts == [.figure: 1, .time: 1])
    #expect(ledger.digits == 4)
    #expect(ledger.uncovered == 0)
    #expect(ledger.doubled == 0)
  }

  @Test func seesDigitsThatNoNumeralHolds() {
    var ledger = NumeralLedger()
    ledger.add(reading("1 a 22 b 3", [(0, 1, .figure)]))
    #expect(ledger.uncovered == 3)
    #expect(ledger.digits == 1)
  }

  @Test func countsPiecesAsOneDocument() {
    var ledger = NumeralLedger()
    ledger.add(reading("1 a 22 b 3", [(0, 1, .figure)]), of: 0..<4)
    ledger.add(reading("1 a 22 b 3", [(4, 6, .time)]), of: 4..<10)
    #expect(ledger.documents == 1)
    #expect(ledger.digits == 3)
    #expect(ledger.uncovered == 1)
  }

  @Test func seesDigitsThatTwoNumeralsHold() {
    var ledger = NumeralLedger()
    ledger.add(reading("123", [(0, 2, .figure), (1, 3, .time)]))
    #expect(ledger.doubled == 1)
    #expect(ledger.uncovered == 0)
  }
}
