import Glibc
import Testing
import Warehouse

@testable import Pipeline

@Suite("An article that is gone")
struct WithdrawalTests {
  private let site = Site()

  private func believed() throws -> [String] {
    try site.rows("SELECT value || ' ' || unit FROM figures ORDER BY value_real")
  }

  @Test("is withdrawn with its file, and comes back with it")
  func comesBack() throws {
    let path = try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    try site.write("b.txt", "Có 7 xã đạt chuẩn.\n")
    try site.run()
    try site.removeRaw("a.txt")
    let gone = try site.run()
    #expect(gone.counts.documentsWithdrawn == 1)
    #expect(gone.counts.figuresSuperseded == 1)
    #expect(RunSummary.text(gone).contains("1 withdrawn"))
    #expect(try believed() == ["7 xã"])
    #expect(
      try site.rows(
        "SELECT version, is_withdrawn, superseded_run_id FROM documents WHERE document = '\(path)'")
        == ["1|1|2"])
    #expect(try site.broken() == [])
    #expect(try site.run().counts.documentsWithdrawn == 0)
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    let back = try site.run()
    #expect(back.counts.documentsReturned == 1)
    #expect(try believed() == ["7 xã", "5000000000 VND"])
    #expect(
      try site.rows("SELECT documents_withdrawn, documents_returned FROM runs ORDER BY run_id")
        == ["0|0", "1|0", "0|0", "0|1"])
    #expect(
      try site.rows(
        """
        SELECT run_id, change, cause FROM figure_changes WHERE document = '\(path)'
        ORDER BY run_id
        """) == ["1|added|new document", "2|removed|withdrawn", "4|added|returned"])
    #expect(try site.broken() == [])
  }

  @Test("leaves with what was refused of it, and is no longer found")
  func search() throws {
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng, còn 1.36.3 tỷ đồng.\n")
    try site.write("b.txt", "Có 7 xã đạt chuẩn.\n")
    try site.run()
    let hits = "SELECT quote FROM search WHERE words MATCH 'doanh thu dat'"
    #expect(try site.rows(hits) == ["5 tỷ đồng"])
    try site.removeRaw("a.txt")
    try site.run()
    #expect(try site.rows(hits) == [])
    #expect(try site.rows("SELECT resolved_run_id FROM rejections") == ["2"])
    #expect(try site.rows("SELECT count(*) FROM source_file") == ["1"])
  }

  @Test("stays when its source was not read as a whole")
  func incomplete() throws {
    mkdir("\(site.raw)/sub", 0o755)
    try site.write("sub/a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    try site.write("b.txt", "Có 7 xã đạt chuẩn.\n")
    try site.run()
    // The folder is gone as a whole, and a link that leads nowhere stands in its place.
    try site.removeRaw("sub/a.txt")
    rmdir("\(site.raw)/sub")
    symlink("/nowhere/at/all", "\(site.raw)/sub")
    #expect(try site.run().counts.documentsWithdrawn == 0)
    #expect(try believed() == ["7 xã", "5000000000 VND"])
    unlink("\(site.raw)/sub")
    #expect(try site.run().counts.documentsWithdrawn == 1)
    #expect(try believed() == ["7 xã"])
  }

  @Test("stays when its folder is empty: a disk that is not mounted looks so")
  func empty() throws {
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    try site.run()
    try site.removeRaw("a.txt")
    #expect(try site.run().counts.documentsWithdrawn == 0)
    #expect(try believed() == ["5000000000 VND"])
  }

  @Test("stays when another source is read")
  func otherSource() throws {
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    let other = try site.write("b.txt", "Có 7 xã đạt chuẩn.\n")
    try site.run()
    try site.removeRaw("a.txt")
    let report = try site.run { $0.sources = [PipelineFile.Source(name: "b", paths: [other])] }
    #expect(report.counts.documentsWithdrawn == 0)
  }

  @Test("stays when its text is found elsewhere", arguments: ["0.jsonl", "c.jsonl"])
  func moved(name: String) throws {
    let line = "{\"id\": \"d1\", \"text\": \"Doanh thu đạt 5 tỷ đồng.\"}\n"
    try site.write("b.jsonl", line)
    // A copy that a run skips as it has not changed, or a file that it only now finds.
    if name == "c.jsonl" { try site.write(name, line) }
    try site.run()
    if name != "c.jsonl" { try site.write(name, line) }
    try site.removeRaw("b.jsonl")
    let report = try site.run()
    #expect(report.counts.documentsWithdrawn == 0)
    #expect(report.counts.filesSeen == 1)
    #expect(try site.rows("SELECT path FROM documents WHERE is_current") == ["\(site.raw)/\(name)"])
    #expect(try site.run().counts.documentsUnchanged == 1)
    #expect(try site.broken() == [])
  }

  @Test("is counted by a dry run, which withdraws nothing")
  func dryRun() throws {
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    try site.write("b.txt", "Có 7 xã đạt chuẩn.\n")
    try site.run()
    try site.removeRaw("a.txt")
    #expect(try site.run { $0.isDryRun = true }.counts.documentsWithdrawn == 1)
    #expect(try believed().count == 2)
  }

  @Test("is withdrawn by the run that takes up one that was killed")
  func resumed() throws {
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    try site.write("b.txt", "Có 7 xã đạt chuẩn.\n")
    try site.run()
    try site.removeRaw("a.txt")
    try site.addLines(3000)
    try site.run { $0.stopAfterTransactions = 1 }
    try site.run()
    #expect(
      try site.rows("SELECT run_id, documents_withdrawn, status FROM runs WHERE run_id > 1")
        == ["2|1|done"])
    #expect(try site.broken() == [])
  }
}
