import Testing

@testable import Pipeline

@Suite("A run that was stopped")
struct ResumeTests {
  @Test("is taken up by the next one, which ends as an unbroken one does", arguments: [1, 2])
  func killed(transactions: Int) throws {
    let site = Site()
    try site.addSamples()
    try site.addLines(5000)
    try site.write("z.txt", "Xuất khẩu đạt 12 triệu USD.\n")
    try site.run()
    let (whole, ledger) = (try site.dump(), try site.ledger())

    site.name = "broken.sqlite"
    let first = try site.run { $0.stopAfterTransactions = transactions }
    #expect(first.status == .interrupted)
    #expect(try site.rows("SELECT status FROM runs") == ["running"])
    #expect(try site.rows("SELECT count(*) > 0 FROM figures") == ["1"])
    let second = try site.run()
    #expect(second.isResumed)
    #expect(second.documents == 5015)
    #expect(try site.dump() == whole)
    #expect(try site.ledger() == ledger)
    #expect(try site.broken() == [])
  }
}
