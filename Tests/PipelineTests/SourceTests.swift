import Glibc
import Testing

@testable import Pipeline

@Suite("Sources that are not there")
struct SourceTests {
  @Test("fail the run before anything is written when there is nothing else")
  func nothing() throws {
    let site = Site()
    let error = #expect(throws: PipelineError.self) {
      try site.run { $0.sources = [.init(name: "a", paths: ["/nowhere/a", "/nowhere/b"])] }
    }
    #expect(error?.code == .failed)
    #expect(
      error?.description
        == "/nowhere/a: cannot be read: No such file or directory; check the name, "
        + "or leave it out; nothing could be read, 1 more like it")
    #expect(access(site.warehouse, F_OK) != 0)
  }

  @Test("are rejections when there are others, until they are there")
  func some() throws {
    let site = Site()
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    let (folder, file) = (site.folder + "/later", site.raw + "/b.jsonl")
    func run() throws -> RunReport {
      try site.run { $0.sources = [.init(name: "a", paths: [folder, file, site.raw + "/a.txt"])] }
    }
    let standing = "SELECT document FROM rejections WHERE resolved_run_id IS NULL ORDER BY 1"
    let report = try run()
    #expect(report.exitCode == 0)
    #expect(report.counts.documentsNew == 1)
    #expect(report.missingSources.map { $0.hasSuffix("leave it out") } == [true, true])
    #expect(try site.rows(standing) == [folder, file])
    let before = try site.dump()
    _ = try run()
    #expect(try site.dump() == before)
    mkdir(folder, 0o755)
    try site.write("b.jsonl", "{\"id\": \"b\", \"text\": \"Đạt 5%.\"}\n")
    #expect(try run().counts.documentsNew == 1)
    #expect(try site.rows(standing) == [])
    // Away and back again as it was.
    rename(file, file + ".away")
    #expect(try run().missingSources.count == 1)
    #expect(try site.rows(standing) == [file])
    rename(file + ".away", file)
    #expect(try run().counts.documentsUnchanged == 2)
    #expect(try site.rows(standing) == [])
  }

  @Test("a folder without a file that can be read fails the run, and says why in the warehouse")
  func unreadable() throws {
    let site = Site()
    try site.write("a.pdf", "%PDF")
    let error = #expect(throws: PipelineError.self) { try site.run() }
    #expect(error?.description.contains("a.pdf: has an unknown format; ") == true)
    #expect(try site.rows("SELECT status, documents_unreadable FROM runs") == ["failed|1"])
    #expect(try site.rows("SELECT rule FROM rejections") == ["ingest:unknown-format"])
  }

  @Test("an empty folder is no failure")
  func empty() throws {
    #expect(try Site().run().exitCode == 0)
  }
}
