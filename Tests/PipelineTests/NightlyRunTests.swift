import Glibc
import Testing
import Warehouse

@testable import Pipeline

@Suite("The whole run")
struct NightlyRunTests {
  @Test("fills a warehouse from the sample articles, and keeps its promises")
  func samples() throws {
    let site = Site()
    try site.addSamples()
    let report = try site.run()
    #expect(report.status == .done)
    #expect(report.counts.documentsNew == 14)
    #expect(report.counts.documentsUnreadable == 0)
    #expect(report.counts.figuresAdded >= 400)
    #expect(try site.rows("SELECT count(*) FROM figures") == ["\(report.counts.figuresAdded)"])
    #expect(try site.rows("SELECT count(DISTINCT outlet) > 1 FROM figures") == ["1"])
    #expect(try site.broken() == [])
  }

  @Test("a second run writes its ledger row and nothing else")
  func secondRun() throws {
    let site = Site()
    try site.addSamples()
    try site.write("broken.txt", [0xFF, 0xFE, 0x41])
    try site.run()
    let before = try site.dump()
    let report = try site.run()
    #expect(report.counts.documentsUnchanged == 14)
    #expect(report.counts.figuresAdded == 0)
    #expect(try site.dump() == before)
    #expect(try site.rows("SELECT run_id, status FROM runs") == ["1|done", "2|done"])
  }

  @Test("reading every file again finds nothing to write either")
  func full() throws {
    let site = Site()
    try site.addSamples()
    try site.addLines(50)
    try site.run()
    let before = try site.dump()
    let report = try site.run { $0.isFull = true }
    #expect(report.counts.documentsUnchanged == 64)
    #expect(try site.dump() == before)
  }

  @Test("is the same for any number of workers", arguments: [2, 5])
  func jobs(number: Int) throws {
    let site = Site()
    try site.addSamples()
    try site.addLines(3000)
    try site.write("cut.jsonl", "{\"id\": \"a\", \"text\": \"Đạt 5%.\"}\n{\"id\": \"b\", \"te")
    try site.run { $0.jobs = 1 }
    let (alone, ledger) = (try site.dump(), try site.ledger())
    site.name = "many.sqlite"
    try site.run { $0.jobs = number }
    #expect(alone.count > 10_000)
    #expect(try site.dump() == alone)
    #expect(try site.ledger() == ledger)
  }

  @Test("a changed article becomes a new version")
  func changed() throws {
    let site = Site()
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    try site.run()
    try site.write("a.txt", "Doanh thu đạt 75 tỷ đồng.\n")
    let report = try site.run()
    #expect(report.counts.documentsChanged == 1)
    #expect(report.counts.figuresSuperseded == 1)
    #expect(try site.rows("SELECT value, version FROM figures") == ["75000000000|2"])
    #expect(try site.rows("SELECT count(*) FROM documents") == ["2"])
    #expect(try site.broken() == [])
  }

  @Test("a changed manifest has its folder read again")
  func manifest() throws {
    let site = Site()
    let path = try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    try site.write("manifest.csv", "file,title\na.txt,First\n")
    try site.run()
    try site.write("manifest.csv", "file,title\na.txt,Second\n")
    // Coarse clocks: make sure that it is newer.
    var times = [
      timespec(tv_sec: 4_000_000_000, tv_nsec: 0), timespec(tv_sec: 4_000_000_000, tv_nsec: 0),
    ]
    utimensat(AT_FDCWD, site.raw + "/manifest.csv", &times, 0)
    try site.run()
    #expect(try site.rows("SELECT document, title FROM figures") == ["\(path)|Second"])
  }

  @Test("an unreadable file is a rejection, the others go on, and a repaired one resolves it")
  func unreadable() throws {
    let site = Site()
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    let bad = try site.write("b.txt", [0xFF, 0xFE, 0x41, 0, 0x0A, 0, 0x42])
    try site.write("c.txt", [])
    let report = try site.run()
    #expect(report.counts.documentsNew == 1)
    #expect(report.counts.documentsUnreadable == 2)
    #expect(report.unreadable.first?.hasPrefix("\(bad):2:1: ") == true)
    #expect(
      try site.rows("SELECT rule FROM rejections ORDER BY 1") == [
        "ingest:empty", "ingest:not-utf8",
      ])
    try site.write("b.txt", "Lãi suất là 6,5%.\n")
    try site.run()
    #expect(
      try site.rows("SELECT resolved_run_id FROM rejections WHERE rule = 'ingest:not-utf8'") == [
        "2"
      ])
  }

  @Test("names places, their successors, units and indicators as the rules do")
  func dimensions() throws {
    let site = Site()
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    try site.run()
    #expect(
      try site.rows(
        """
        SELECT DISTINCT p.successor = c.new_code, count(*) > 20 FROM place AS p
        JOIN place_crosswalk AS c ON c.old_code = p.code AND c.new_code <> c.old_code
        WHERE p.valid_to IS NOT NULL
        """) == ["1|1"])
    #expect(try site.rows("SELECT count(*) FROM place_crosswalk") == ["63"])
    #expect(try site.rows("SELECT name FROM unit WHERE unit = 'VND'") == ["đồng"])
    #expect(try site.rows("SELECT count(*) > 300 FROM indicator WHERE name_en <> ''") == ["1"])
    #expect(
      try site.rows("SELECT full_name, gso_code FROM place WHERE code = 'VN-HN' LIMIT 1")
        == ["Thành phố Hà Nội|01"])
  }

  @Test("a dry run counts and writes nothing")
  func dryRun() throws {
    let site = Site()
    try site.addSamples()
    let dry = try site.run { $0.isDryRun = true }
    #expect(access(site.warehouse, F_OK) != 0)
    let report = try site.run()
    #expect(dry.counts.documentsNew == report.counts.documentsNew)
    #expect(dry.figuresByKind == report.figuresByKind)
  }

  @Test("thresholds that are passed are listed and make the exit code 1")
  func thresholds() throws {
    let site = Site()
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    let report = try site.run { $0.thresholds = Thresholds(documentsAtLeast: 2) }
    #expect(report.exitCode == 1)
    #expect(report.thresholds.map(\.name) == ["documents_at_least", "ledger_balances"])
    #expect(RunSummary.text(report).contains("documents_at_least is passed: 1, limit 2"))
  }
}
