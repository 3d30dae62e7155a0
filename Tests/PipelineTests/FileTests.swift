import Glibc
import Ingest
import Testing

@testable import Pipeline

@Suite("Files of a run")
struct FileTests {
  private func setTime(_ site: Site, _ name: String, _ seconds: Int) {
    var times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
    utimensat(AT_FDCWD, "\(site.raw)/\(name)", &times, 0)
  }

  private let files = "SELECT digest, modified_ns, document_count, last_run_id FROM source_file"

  @Test(
    "are kept with the digest of their bytes",
    arguments: [
      ("a.txt", "Doanh thu đạt 5 tỷ đồng.\n"), ("a.jsonl", "{\"text\": \"Đạt 5%.\"}\n\nno\n"),
      ("a.csv", "id,text\na,Đạt 5%.\n"), ("a.csv", "neither,nor\n1,2\n"),
      ("a.json", "[{\"text\": \"Đạt 5%.\"}] x"),
    ])
  func digest(name: String, text: String) throws {
    let site = Site()
    let path = try site.write(name, text)
    try site.run()
    let expected = try Digest.sha256(ofFileAt: path)
    #expect(Digest.sha256(of: Array(text.utf8)) == expected)
    #expect(try site.rows("SELECT path, digest FROM source_file") == ["\(path)|\(expected)"])
  }

  @Test("of the same bytes are unchanged, and only their time is noted")
  func touched() throws {
    let site = Site()
    try site.addSamples()
    try site.write("lines.jsonl", "{\"id\": \"a\", \"text\": \"Đạt 5%.\"}\nbroken\n")
    try site.run()
    setTime(site, "lines.jsonl", 4_000_000_000)
    let before = try site.dump().filter { !$0.hasPrefix("source_file:") }
    let report = try site.run()
    #expect(report.counts.documentsUnchanged == 15)
    #expect(report.counts.filesSeen == 15)
    #expect(report.counts.documentsUnreadable == 0)
    #expect(try site.dump().filter { !$0.hasPrefix("source_file:") } == before)
    #expect(
      try site.rows("SELECT last_run_id FROM source_file WHERE modified_ns = 4000000000000000000")
        == ["1"])
    let after = try site.dump()
    try site.run()
    #expect(try site.dump() == after)
  }

  @Test("of the same size but other bytes are read again")
  func sameSize() throws {
    let site = Site()
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    try site.run()
    try site.write("a.txt", "Doanh thu đạt 7 tỷ đồng.\n")
    setTime(site, "a.txt", 4_000_000_000)
    #expect(try site.run().counts.documentsChanged == 1)
    #expect(try site.rows("SELECT value FROM figures") == ["7000000000"])
  }

  @Test("whose manifest says the same as before are not read again")
  func manifest() throws {
    let site = Site()
    let path = try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    try site.write("manifest.csv", "file,title\na.txt,First\n")
    try site.run()
    let before = try site.dump()
    setTime(site, "manifest.csv", 4_000_000_000)
    try site.run()
    #expect(try site.dump() == before)
    // Older than before, and of the same size.
    try site.write("manifest.csv", "file,title\na.txt,Other\n")
    setTime(site, "manifest.csv", 1_000_000_000)
    #expect(try site.run().counts.documentsReread == 1)
    #expect(try site.rows("SELECT document, title FROM figures") == ["\(path)|Other"])
  }

  @Test("that two sources name are of the first")
  func twoSources() throws {
    let site = Site()
    let path = try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    func run() throws -> RunReport {
      try site.run {
        $0.sources = [
          .init(name: "all", paths: [site.raw], outlet: "One"),
          .init(name: "one", paths: [path], outlet: "Two"),
        ]
      }
    }
    #expect(try run().counts.documentsNew == 1)
    let before = try site.dump()
    #expect(try run().documents == 1)
    #expect(try site.dump() == before)
    #expect(try site.rows("SELECT DISTINCT outlet FROM documents") == ["One"])
  }
}
