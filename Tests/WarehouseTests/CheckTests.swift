import Model
import Testing

@testable import Warehouse

@Suite("Checks") struct CheckTests {
  let fixture: Fixture
  let warehouse: Warehouse

  init() throws {
    fixture = try Fixture()
    warehouse = try fixture.open()
    let run = try warehouse.begin()
    try warehouse.store(Sample.reading(), run: run, rulesDigest: "r1")
    let text = "Thu 7 tỷ đồng."
    let changed = DocumentReading(
      document: Sample.document(text: text),
      figures: [Sample.figure("7 tỷ đồng", .money, "7000000000", unit: "VND", text: text)],
      numerals: [Sample.numeral("7", .figure, runs: 1, text: text)])
    try warehouse.store(changed, run: run, rulesDigest: "r1")
    try warehouse.store(Sample.reading("a2"), run: run, rulesDigest: "r1")
  }

  @Test("are kept by what the program stores")
  func kept() throws {
    let results = try warehouse.checks.run(folder: Fixture.checks)
    #expect(results.count >= 20)
    #expect(results.allSatisfy { $0.promise.hasSuffix(".") })
    #expect(results.filter { !$0.isKept } == [])
  }

  @Test(
    "each is broken by what it warns of",
    arguments: [
      ("quotes-match-characters", "UPDATE figure SET char_end = char_end + 1"),
      ("quotes-match-characters", "UPDATE figure SET quote = quote || 'x'"),
      ("quotes-match-bytes", "UPDATE figure SET byte_end = byte_end + 1"),
      ("texts-are-whole", "UPDATE document_version SET char_count = 5"),
      ("texts-are-whole", "UPDATE document_version SET digit_runs = 5"),
      ("texts-are-whole", "UPDATE document_text SET text = text || ' 9'"),
      ("texts-are-whole", "DELETE FROM document_text"),
      ("ledger-balances", "UPDATE document_version SET time_count = 7"),
      ("counts-are-kept", "UPDATE document_version SET figures_read = 9"),
      ("counts-are-kept", "UPDATE document_version SET figures_with_place = 9"),
      ("counts-are-kept", "UPDATE figure_tally SET added = added + 1"),
      (
        "words-are-known",
        "PRAGMA ignore_check_constraints = ON; UPDATE figure SET status = 'maybe'"
      ),
      (
        "words-are-known",
        "PRAGMA ignore_check_constraints = ON; UPDATE numeral SET char_end = char_start"
      ),
      ("counts-are-kept", "DELETE FROM figure_tally"),
      ("search-knows-every-sentence", "DELETE FROM sentence"),
      ("search-knows-every-sentence", "DELETE FROM sentence_search_docsize"),
      ("sentences-hold-figures", "DELETE FROM sentence"),
      ("sentences-hold-figures", "INSERT INTO sentence VALUES (1, 0, 5, NULL)"),
      ("ledger-balances", "UPDATE document_version SET digit_runs_lost = 1"),
      (
        "comparisons-are-current",
        "INSERT INTO comparison VALUES (0, 'x', 'VN', 1, 'money', 1, '', 'actual', 2, 2, 1, 1, 'repeated')"
      ),
      ("comparisons-are-current", "INSERT INTO series_jump VALUES (1, 'VN', 1, 1, 2.0, 1.1, 4)"),
      (
        "superseded-is-not-believed",
        "UPDATE figure SET superseded_run_id = NULL WHERE version_key = 1"
      ),
      (
        "superseded-is-not-believed",
        "UPDATE relation SET superseded_run_id = NULL WHERE version_key = 1"
      ),
      (
        "documents-have-one-current-version",
        "UPDATE document_version SET superseded_run_id = 1 WHERE version_key = 2"
      ),
      ("documents-have-one-current-version", "UPDATE document_version SET version = version + 7"),
      ("figures-are-named-once", "UPDATE figure SET figure_id = '0123456789abcdef'"),
      ("figures-lie-on-numerals", "DELETE FROM numeral WHERE disposition = 'figure'"),
      ("figures-lie-on-numerals", "UPDATE figure SET superseded_run_id = 1"),
      (
        "numerals-do-not-overlap",
        "UPDATE numeral SET byte_end = byte_end + 60 WHERE ordinal = 0"
      ),
      ("numerals-do-not-overlap", "UPDATE numeral SET disposition = 'rejected'"),
      ("values-agree-with-reals", "UPDATE figure SET value = '1'"),
      ("values-agree-with-reals", "UPDATE figure SET of_real = 1"),
      ("period-days-are-ordered", "UPDATE period SET first_day = '2024-01-01'"),
      ("period-days-are-ordered", "UPDATE period SET last_day = '2023-02-30'"),
      ("ranges-are-ordered", "UPDATE figure SET upper_real = 1"),
      ("relations-have-members", "DELETE FROM relation_member"),
      ("relations-have-members", "UPDATE relation_member SET figure_key = 4"),
      ("verdicts-are-the-worst", "UPDATE figure SET verdict = 'ok'"),
      ("verdicts-are-the-worst", "DELETE FROM verdict"),
      ("references-exist", "DELETE FROM rule"),
      ("texts-are-stored-once", "UPDATE document_appearance SET text_key = version_key"),
      (
        "one-run-at-a-time",
        """
        INSERT INTO run (run_id, started, status, program_version, rules_digest, arguments)
        SELECT 2, started, 'done', program_version, rules_digest, arguments FROM run
        """
      ),
      ("one-run-at-a-time", "UPDATE run SET status = 'done'"),
    ])
  func broken(check: String, tampering: String) throws {
    try warehouse.tamper(tampering)
    let results = try warehouse.checks.run(folder: Fixture.checks)
    let result = try #require(results.first { $0.name == check })
    #expect(!result.isKept)
    #expect(!result.rows.isEmpty)
    #expect(result.rows.first?.count == result.columns.count)
  }

  @Test("each is broken by some tampering above, and shows no more than twenty rows")
  func many() throws {
    let run = RunID(rawValue: 1)
    for id in 0..<25 {
      try warehouse.store(Sample.reading("b\(id)"), run: run, rulesDigest: "r1")
    }
    try warehouse.tamper("UPDATE figure SET quote = 'x'")
    let results = try warehouse.checks.run(folder: Fixture.checks)
    let result = try #require(results.first { $0.name == "quotes-match-bytes" })
    #expect(result.rows.count == 20)
    #expect(result.count == 3 + 1 + 3 + 75)
  }
}
