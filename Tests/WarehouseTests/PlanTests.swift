import Testing

@testable import Warehouse

/// SQLite tells how it would answer: nothing reads a whole table where an index serves.
@Suite("Query plans") struct PlanTests {
  let fixture: Fixture
  let warehouse: Warehouse

  init() throws {
    fixture = try Fixture()
    warehouse = try fixture.open()
  }

  private func plan(_ sql: String) throws -> [String] {
    var steps: [String] = []
    try warehouse.connection.prepare("EXPLAIN QUERY PLAN " + sql).forEachRow {
      steps.append($0.text(3))
    }
    return steps
  }

  @Test(
    "questions to views find their index",
    arguments: [
      ("SELECT * FROM figures WHERE figure_id = 'x'", "figure_id (figure_id=?)"),
      ("SELECT * FROM figures WHERE document = 'x'", "figure_version (version_key=?)"),
      ("SELECT * FROM figures WHERE place = 'VN-31'", "figure_place (place=?)"),
      (
        "SELECT * FROM figures WHERE indicator = 'x' AND place = 'VN'",
        "figure_indicator (indicator_key=? AND place=?)"
      ),
      ("SELECT * FROM figures WHERE kind = 'rank'", "figure_rank"),
      ("SELECT * FROM figures WHERE status = 'target'", "figure_target"),
      ("SELECT * FROM figures WHERE run_id = 3", "figure_first_run (first_run_id=?)"),
      (
        "SELECT quote FROM figures WHERE unit = 'VND' ORDER BY value_real DESC LIMIT 10",
        "figure_unit (unit_key=?)"
      ),
      ("SELECT * FROM figure_history WHERE figure_id = 'x'", "figure_id (figure_id=?)"),
      (
        "SELECT * FROM figure_history WHERE superseded_run_id = 3",
        "figure_superseded (superseded_run_id=?)"
      ),
      ("SELECT * FROM figures_as_of WHERE document = 'x'", "figure_version (version_key=?)"),
      ("SELECT * FROM figure_changes WHERE run_id = 3", "figure_first_run (first_run_id=?)"),
      (
        "SELECT * FROM figure_changes WHERE run_id = 3",
        "figure_superseded (superseded_run_id=?)"
      ),
      ("SELECT * FROM latest_figures WHERE indicator = 'x'", "figure_indicator (indicator_key=?"),
      (
        "SELECT * FROM indicator_series WHERE indicator = 'x' AND place = 'VN'",
        "figure_indicator (indicator_key=? AND place=?)"
      ),
      (
        "SELECT * FROM sdmx_observations WHERE INDICATOR = 'x'",
        "figure_indicator (indicator_key=?"
      ),
      ("SELECT * FROM search WHERE words MATCH 'x'", "VIRTUAL TABLE INDEX"),
      ("SELECT * FROM documents WHERE document = 'x'", "document_version_number (document_key=?)"),
      ("SELECT * FROM relation_members WHERE relation_id = 'x'", "relation_id (relation_id=?)"),
      ("SELECT * FROM verdicts WHERE figure_id = 'x'", "figure_id (figure_id=?)"),
      ("SELECT * FROM contradictions", "comparison_verdict (verdict=?)"),
      ("SELECT * FROM corroborations", "comparison_verdict (verdict=?)"),
    ])
  func views(sql: String, index: String) throws {
    let steps = try plan(sql)
    #expect(steps.contains { $0.contains(index) }, "\(steps)")
    #expect(steps.filter(Self.readsAll) == [])
  }

  @Test(
    "what a figure was before, or is after, a change is found by its id, not among all of a run")
  func changes() throws {
    let steps = try plan("SELECT * FROM figure_changes")
    #expect(steps.contains("SEARCH o USING INDEX figure_id (figure_id=?) LEFT-JOIN"), "\(steps)")
    #expect(steps.contains("SEARCH n USING INDEX figure_id (figure_id=?)"), "\(steps)")
  }

  @Test("counting figures looks at no text, no rule and no source")
  func counting() throws {
    let steps = try plan("SELECT count(*) FROM figures")
    let looks = steps.filter { $0.hasPrefix("SEARCH") }.compactMap {
      $0.split(separator: " ").dropFirst().first
    }
    #expect(Set(looks) == ["v", "d", "u", "p", "i"])
  }

  @Test("the ten largest of a unit are read in order, not sorted")
  func inOrder() throws {
    let steps = try plan(
      """
      SELECT quote, title, place_name FROM figures
      WHERE kind = 'money' AND unit = 'VND' ORDER BY value_real DESC LIMIT 10
      """)
    #expect(!steps.contains { $0.contains("TEMP B-TREE FOR ORDER BY") }, "\(steps)")
  }

  @Test("what no column is asked of is not read")
  func unused() throws {
    let steps = try plan("SELECT quote, unit FROM figures WHERE place = 'VN-31'")
    for name in ["SEARCH t ", "SEARCH p ", "SEARCH s ", "SEARCH i ", "SEARCH r "] {
      #expect(!steps.contains { $0.hasPrefix(name) }, "\(steps)")
    }
  }

  @Test("canned queries read no table of facts as a whole")
  func queries() throws {
    for query in try CannedQuery.load(folder: Fixture.queries) {
      let steps = try plan(query.sql)
      #expect(steps.filter(Self.readsAll) == [], "\(query.name)")
    }
  }

  /// Steps that go over all figures or numerals without an index.
  private static func readsAll(_ step: String) -> Bool {
    ["f", "g", "n", "o", "a", "t", "figure", "numeral"].contains { step == "SCAN \($0)" }
  }
}
