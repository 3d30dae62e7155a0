import Testing

@testable import Pipeline

@Suite("A run that was stopped")
struct ResumeTests {
  private func site() throws -> Site {
    let site = Site()
    try site.addSamples()
    try site.addLines(5000)
    try site.write("z.txt", "Xuất khẩu đạt 12 triệu USD.\n")
    return site
  }

  /// What does not depend on the folder and on the files' times.
  private func content(_ site: Site) throws -> [String] {
    try site.rows(
      """
      SELECT f.figure_key, f.first_run_id, f.byte_start, f.quote, f.value, d.document_key, v.version
      FROM figure AS f JOIN document_version AS v ON v.version_key = f.version_key
      JOIN document AS d ON d.document_key = v.document_key ORDER BY 1
      """)
  }

  @Test("is taken up by the next one, which ends as an unbroken one does", arguments: [1, 2])
  func killed(transactions: Int) throws {
    let (broken, whole) = (try site(), try site())
    let first = try broken.run { $0.stopAfterTransactions = transactions }
    #expect(first.status == .interrupted)
    #expect(try broken.rows("SELECT status FROM runs") == ["running"])
    #expect(try broken.rows("SELECT count(*) FROM figures") != ["0"])
    let second = try broken.run()
    try whole.run()
    #expect(second.isResumed)
    #expect(try content(broken) == content(whole))
    #expect(try broken.ledger() == whole.ledger())
    #expect(try broken.broken() == [])
    let before = try broken.dump()
    try broken.run()
    #expect(try broken.dump() == before)
  }
}
