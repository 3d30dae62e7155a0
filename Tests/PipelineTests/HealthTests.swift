import CSQLite
import Glibc
import Model
import Rules
import Testing
import Warehouse

@testable import Pipeline

@Suite("What every run is held to") struct HealthTests {
  @Test("a document that breaks the ledger of numerals is named, and the exit code is 1")
  func ledger() throws {
    let site = Site()
    let path = try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng, lãi 7%.\n")
    #expect(try site.run().exitCode == 0)
    // A stage that lost a number would leave this behind.
    try site.tamper("UPDATE document_version SET digit_runs_lost = 1")
    let report = try site.run()
    #expect(report.exitCode == 1)
    let ledger = try #require(report.thresholds.first { $0.name == "ledger_balances" })
    #expect(ledger.isPassed)
    #expect(ledger.failures.first?.hasPrefix("\(path): 1 of its numbers") == true)
    #expect(RunSummary.text(report).contains("ledger_balances is passed: 1, limit 0"))
    #expect(try site.broken() == ["ledger-balances"])
  }

  @Test("a number that a stage loses is found when its document is stored")
  func lostNumeral() throws {
    let site = Site()
    let documents = site.folder + "/documents.jsonl"
    let figures = site.folder + "/figures.jsonl"
    let numerals = site.folder + "/numerals.jsonl"
    try writeFile(documents, Array("{\"id\": \"a\", \"text\": \"Có 5 xã và 12 thôn.\"}\n".utf8))
    try writeFile(figures, [])
    try writeFile(
      numerals,
      Array(
        """
        {"document": "a", "char_start": 3, "char_end": 4, "byte_start": 4, "byte_end": 5, \
        "quote": "5", "disposition": "reference", "rule": "test", "digit_runs": 1}

        """.utf8))
    let inputs = LoadRun.Inputs(figures: figures, documents: documents, numerals: numerals)
    let report = try LoadRun(site.options(), inputs).run().report
    #expect(report.exitCode == 1)
    #expect(
      report.thresholds.first?.failures == [
        "a: 1 of its numbers belong to no figure, time, reference or rejection"
      ])
  }

  @Test(
    "the newest document of a source must be as new as the pipeline asks",
    arguments: [("2024-03-05", 3, false), ("2024-03-05", 2, true), ("2024-03-01", 0, true)])
  func freshness(_ today: String, _ limit: Int, _ isPassed: Bool) throws {
    let site = Site()
    try site.write(
      "a.jsonl",
      """
      {"id": "a", "published": "2024-03-02", "text": "Thu 5 tỷ đồng."}
      {"id": "b", "published": "2024-01-09T08:00:00+07:00", "text": "Thu 6 tỷ đồng."}
      {"id": "c", "published": "2042-01-09", "text": "Thu 8 tỷ đồng."}

      """)
    let report = try site.run {
      $0.sources[0].freshWithinDays = limit
      $0.today = today
    }
    let result = try #require(report.thresholds.first { $0.name == "fresh_within_days of raw" })
    #expect(result.isPassed == isPassed)
    #expect(report.exitCode == (isPassed ? 1 : 0))
    #expect(try site.rows("SELECT count(*) FROM figures") == ["3"])
  }

  @Test("without dates a source is as new as its files, and an empty one passes no freshness")
  func freshnessOfFiles() throws {
    let site = Site()
    let path = try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    var times = [timespec(tv_sec: 1_709_337_600, tv_nsec: 0)]
    times.append(times[0])
    utimensat(AT_FDCWD, path, &times, 0)
    let report = try site.run {
      $0.sources[0].freshWithinDays = 2
      $0.today = "2024-03-05"
    }
    #expect(report.thresholds.last?.value == 3)
    #expect(report.exitCode == 1)
    let empty = Site()
    let none = try empty.run { $0.sources[0].freshWithinDays = 2 }
    #expect(none.thresholds.last?.message?.hasSuffix("there is no document") == true)
    #expect(none.exitCode == 1)
  }

  @Test("the results name every check with its status, its failures and a message")
  func results() throws {
    let site = Site()
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    var options = site.options()
    options.thresholds = Thresholds(documentsAtLeast: 2)
    let report = try NightlyRun(options).run()
    let json = String(decoding: RunResults.json(report, exitCode: report.exitCode), as: UTF8.self)
    #expect(
      json.contains(
        "{\"name\":\"documents_at_least\",\"status\":\"fail\",\"limit\":2.0,\"value\":1.0,"
          + "\"failures\":1,\"message\":\"documents_at_least is passed: 1, limit 2\""))
    #expect(json.contains("{\"name\":\"ledger_balances\",\"status\":\"pass\""))
    #expect(json.contains("\"stages\":[{\"stage\":\"ingest\",\"seconds\":"))
    #expect(json.contains("\"rejections_resolved\":0"))
  }
}

@Suite("Rejections") struct ReplayTests {
  @Test("are tried again when a rule changes, and what is resolved is counted")
  func replay() throws {
    let site = Site()
    try site.write("a.txt", "Có 12 sao chổi.\nTỉnh xếp thứ 65/63. Trời lạnh -300°C.\n")
    try site.run()
    let standing = "SELECT rule FROM rejections WHERE resolved_run_id IS NULL ORDER BY rule"
    #expect(
      try site.rows(standing) == ["unit_rules:rank-within", "unit_rules:temperature-possible"])
    let rules = try site.copyOfRules {
      // Colder than anything is from now on a warning only.
      $0.split(separator: "\n").map { line in
        line.hasPrefix("temperature-possible,")
          ? String(line.replacing(",error,", with: ",warning,")) : String(line)
      }.joined(separator: "\n") + "\n"
    }
    let report = try site.run { $0.rules = rules }
    #expect(report.counts.documentsReread == 1)
    #expect(report.counts.rejectionsResolved == 1)
    #expect(RunSummary.text(report).contains("resolved     1 rejections of before"))
    #expect(try site.rows(standing) == ["unit_rules:rank-within"])
    #expect(
      try site.rows(
        """
        SELECT rule, quote, first_run_id, resolved_run_id FROM rejections
        WHERE resolved_run_id IS NOT NULL
        """) == ["unit_rules:temperature-possible|-300°C|1|2"])
    #expect(try site.rows("SELECT rejections_resolved FROM runs ORDER BY run_id") == ["0", "1"])
    #expect(
      try site.rows("SELECT verdict FROM figures WHERE quote = '-300°C'") == ["warning"])
    // The same rules again: nothing to try.
    #expect(try site.run { $0.rules = rules }.counts.rejectionsResolved == 0)
  }

  @Test(
    "a broken rule is refused before anything is read or written",
    arguments: [
      ("new,count,sao chổi,,any,,,,,,value,0,,,,warning,why,", "no unit 'sao chổi'"),
      ("new,count,,,any,,,,,,value,9,1,,,warning,why,", "1 is below the lowest, 9"),
      ("new,count,,,any,,(a,,,,value,0,,,,warning,why,", "of the pattern"),
      ("rank-within,rank,rank,,any,,,,,,share,,1,,,error,why,", "stands twice"),
    ])
  func broken(_ row: String, _ reason: String) throws {
    let site = Site()
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    let rules = try site.copyOfRules { $0 + row + "\n" }
    let run = NightlyRun(site.options(with: rules))
    let error = #expect(throws: (any Error).self) { try run.run() }
    let message = error.map { "\($0)" } ?? ""
    #expect(message.contains("\(rules)/unit_rules.csv:"))
    #expect(message.contains(reason))
    #expect(run.report.exitCode == 2)
    #expect(run.report.counts.filesSeen == 0)
    #expect(access(site.warehouse, F_OK) != 0)
    let json = String(decoding: RunResults.json(run.report, exitCode: 2), as: UTF8.self)
    #expect(json.contains("\"status\":\"failed\",\"exit_code\":2,\"message\":\""))
  }
}

extension Site {
  /// A copy of the project's rules in which the text of `unit_rules.csv` is changed.
  func copyOfRules(_ change: (String) -> String) throws -> String {
    let folder = folder + "/rules"
    mkdir(folder, 0o755)
    for name in Self.names(Self.root.rules) ?? [] {
      var bytes = try Self.bytes("\(Self.root.rules)/\(name)")
      if name == "unit_rules.csv" {
        bytes = Array(change(String(decoding: bytes, as: UTF8.self)).utf8)
      }
      try writeFile("\(folder)/\(name)", bytes)
    }
    return folder
  }

  func options(with rules: String) -> NightlyRun.Options {
    var options = options()
    options.rules = rules
    return options
  }

  /// Changes what no program should.
  func tamper(_ sql: String) throws {
    var handle: OpaquePointer?
    try #require(sqlite3_open(warehouse, &handle) == SQLITE_OK)
    defer { sqlite3_close(handle) }
    try #require(sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK)
  }
}
