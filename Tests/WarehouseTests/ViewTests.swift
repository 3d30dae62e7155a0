import Model
import Testing

@testable import Warehouse

@Suite("Views of indicators") struct ViewTests {
  let fixture: Fixture
  let warehouse: Warehouse
  let run: RunID

  init() throws {
    fixture = try Fixture()
    warehouse = try fixture.open()
    run = try warehouse.begin()
    try warehouse.setIndicators([
      IndicatorName(
        code: "I1", name: "Thu ngân sách", nameEn: "Revenue", kind: "money", unit: "VND",
        direction: "up")
    ])
  }

  /// Stores an article that says one thing about the indicator.
  private func state(
    _ id: String, _ value: String, period: String?, published: String,
    status: Status = .actual, precision: Int? = 9, place: String? = "VN-31"
  ) throws {
    let text = "Thu \(value) đồng."
    var figure = Sample.figure(
      "\(value) đồng", .money, value, unit: "VND", document: id, text: text)
    figure.indicator = "I1"
    figure.period = period
    figure.status = status
    figure.precision = precision
    figure.place = place
    var document = Sample.document(id, text: text)
    document.published = published
    let reading = DocumentReading(
      document: document, figures: [figure],
      numerals: [Sample.numeral(value, .figure, runs: 1, text: text)])
    try warehouse.store(reading, run: run, rulesDigest: "r1")
  }

  @Test("the latest figure is the one published last, of each period and status")
  func latest() throws {
    try state("a", "1000000000000", period: "2023", published: "2023-12-01")
    try state("b", "1363000000000", period: "2023", published: "2024-02-01")
    try state("c", "1500000000000", period: "2024", published: "2024-01-01", status: .target)
    #expect(
      try warehouse.lines(
        """
        SELECT period, value, status, statements, indicator_name, document FROM latest_figures
        WHERE indicator = 'I1' ORDER BY period
        """) == [
          "2023|1363000000000|actual|2|Thu ngân sách|b",
          "2024|1500000000000|target|1|Thu ngân sách|c",
        ])
  }

  @Test("a series has its values in order with their growth, reached before estimated")
  func series() throws {
    try state("a", "2000000000", period: "2022", published: "2023-01-01")
    try state("b", "3000000000", period: "2023", published: "2024-01-01")
    try state("c", "9000000000", period: "2023", published: "2024-06-01", status: .estimate)
    try state("d", "700000000", period: "2023-Q1", published: "2023-04-01", precision: 8)
    try state("e", "9900000000", period: "2024", published: "2024-06-01", status: .target)
    #expect(
      try warehouse.lines(
        """
        SELECT frequency, period, value, previous_value, growth_percent, statements
        FROM indicator_series WHERE indicator = 'I1' ORDER BY frequency, period
        """) == [
          "A|2022|2000000000|||1", "A|2023|3000000000|2000000000|50.0|2",
          "Q|2023-Q1|700000000|||1",
        ])
  }

  @Test(
    "an observation is exact, its scale applied once",
    arguments: [
      ("1363000000000", 9, "2023", "A|2023|1363|9|0|A"),
      ("1363500000000", 8, "2023-Q3", "Q|2023-Q3|1363500|6|0|A"),
      ("12.25", -2, "2023-09", "M|2023-09|12.25|0|2|A"),
      ("5000", 0, "2023-09-05", "D|2023-09-05|5000|0|0|A"),
      ("5000", 3, "2023-01/2023-09", "_O|2023-01-01/P9M|5|3|0|A"),
      ("5000", 3, "2023-01-01/2023-11-15", "_O|2023-01-01/P319D|5|3|0|A"),
      ("7", 0, "2023-H1", "S|2023-S1|7|0|0|A"), ("7", 3, "2023-W05", "W|2023-W05|7|0|0|A"),
    ])
  func sdmx(value: String, precision: Int, period: String, row: String) throws {
    try state("a", value, period: period, published: "2024-01-01", precision: precision)
    #expect(
      try warehouse.lines(
        """
        SELECT FREQ, TIME_PERIOD, OBS_VALUE, UNIT_MULT, DECIMALS, OBS_STATUS
        FROM sdmx_observations
        """) == [row])
  }

  @Test("targets and what has no place or period are no observations; one key has one")
  func sdmxKeys() throws {
    try state("a", "5000", period: "2023", published: "2024-01-01", status: .target)
    try state("b", "5000", period: nil, published: "2024-01-01")
    try state("c", "5000", period: "2023", published: "2024-01-01", place: nil)
    #expect(try warehouse.lines("SELECT * FROM sdmx_observations") == [])
    try state("d", "5001", period: "2023", published: "2024-01-01", status: .estimate)
    try state("e", "5002", period: "2023", published: "2024-03-01")
    #expect(
      try warehouse.lines(
        "SELECT REF_AREA, INDICATOR, OBS_VALUE, UNIT_MEASURE, OBS_STATUS FROM sdmx_observations")
        == ["VN-31|I1|5002|VND|A"])
  }

  @Test("kinds are counted as runs bring and end them")
  func tally() throws {
    try warehouse.store(Sample.reading(), run: run, rulesDigest: "r1")
    let second = try warehouse.begin(rules: "r2")
    var reading = Sample.reading()
    reading.figures[0].subject = "khác"
    try warehouse.store(reading, run: second, rulesDigest: "r2")
    #expect(
      try warehouse.lines("SELECT * FROM figure_tally ORDER BY run_id, kind") == [
        "1|money|1|0", "1|percent|1|0", "1|ratio|1|0", "2|money|1|1",
      ])
    #expect(try warehouse.brokenPromises() == [])
  }

  @Test("the units and the indicators that rules name keep their keys")
  func names() throws {
    try state("a", "5000", period: "2023", published: "2024-01-01")
    try warehouse.setUnits([(code: "VND", name: "đồng"), (code: "km", name: "ki-lô-mét")])
    #expect(
      try warehouse.lines("SELECT unit, name FROM unit ORDER BY unit_key")
        == ["VND|đồng", "km|ki-lô-mét"])
    let before = warehouse.connection.totalChanges
    try warehouse.setUnits([(code: "VND", name: "đồng"), (code: "km", name: "ki-lô-mét")])
    #expect(warehouse.connection.totalChanges == before)
    try warehouse.setUnits([(code: "km", name: "km")])
    #expect(
      try warehouse.lines("SELECT unit, name FROM unit ORDER BY unit_key") == ["VND|", "km|km"])
  }
}
