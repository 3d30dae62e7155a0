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

@Suite("A run of large documents that was stopped")
struct LargeResumeTests {
  /// Files of one document, that are read in stretches and by several workers; one of them twice.
  private static func site(count: Int) throws -> Site {
    let site = Site()
    // Words that take no time, so that each file is a batch of its own.
    let filler = String(repeating: String(repeating: "_", count: 4000) + "\n", count: 140)
    for number in 0..<count {
      let lines = (0..<20).map { "Xã số \($0) thu \(number * 20 + $0 + 1) tấn lúa năm 2023.\n" }
      try site.write("\(number).txt", lines.joined() + filler)
      if number == 1 { try site.write("again.txt", lines.joined() + filler) }
    }
    return site
  }

  private static func options(_ options: inout NightlyRun.Options) {
    options.jobs = 4
    options.longestWhole = 0
  }

  @Test("is taken up by the next one, which ends as an unbroken one does", arguments: [1, 3])
  func takenUp(transactions: Int) throws {
    let count = 4
    let site = try Self.site(count: count)
    try site.run { $0.jobs = 1 }
    let (whole, ledger) = (try site.dump(), try site.ledger())
    site.name = "broken.sqlite"
    let first = try site.run {
      Self.options(&$0)
      $0.transactionBytes = 1
      $0.stopAfterTransactions = transactions
    }
    #expect(first.status == .interrupted)
    let second = try site.run(Self.options)
    #expect(second.isResumed)
    #expect(second.documents == count + 1)
    #expect(try site.dump() == whole)
    #expect(try site.ledger() == ledger)
    #expect(try site.broken() == [])
  }
}

@Suite("The indexes of a first load")
struct DeferredIndexTests {
  private static let indexes =
    "SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name"

  @Test("are all there when it is done")
  func made() throws {
    let site = Site()
    try site.addSamples()
    try site.run()
    let made = try site.rows(Self.indexes)
    try site.run()
    #expect(try site.rows(Self.indexes) == made)
    #expect(made.contains { $0.hasPrefix("figure_unit|") })
    #expect(try site.rows("SELECT count(*) FROM meta WHERE name LIKE 'deferred%'") == ["0"])
  }

  @Test("are made by the next run when it is killed")
  func killed() throws {
    let site = Site()
    try site.addLines(5000)
    try site.run { $0.stopAfterTransactions = 1 }
    #expect(try site.rows(Self.indexes).contains { $0.hasPrefix("figure_unit|") } == false)
    #expect(try site.rows("SELECT count(*) > 0 FROM figures WHERE unit = 'VND'") == ["1"])
    try site.run()
    #expect(try site.rows(Self.indexes).contains { $0.hasPrefix("figure_unit|") })
    #expect(try site.broken() == [])
  }
}
