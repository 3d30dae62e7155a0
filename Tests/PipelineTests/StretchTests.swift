import Testing

@testable import Pipeline

@Suite("A document that is read in stretches")
struct StretchTests {
  /// The samples, and all of them as one text of two pieces, with words between that take no time.
  private static func site() throws -> Site {
    let site = Site()
    try site.addSamples()
    let names = (Site.names(site.raw) ?? []).filter { $0.hasSuffix(".txt") }
    let texts = try names.map { try Site.bytes("\(site.raw)/\($0)") }
    let samples = Array(texts.joined(separator: Array("\n".utf8)))
    let filler = Array((String(repeating: "_", count: 4000) + "\n").utf8)
    var long = samples
    while long.count < 1_100_000 { long += filler }
    try site.write("long.txt", long + samples)
    return site
  }

  @Test("is stored like one that is read as a whole, and when it is read anew")
  func isTheSame() throws {
    let site = try Self.site()
    let outlets = ["Báo Một", "Báo Hai"]
    let whole = try outlets.map { outlet in try site.run { $0.sources[0].outlet = outlet } }
    let (dump, ledger) = (try site.dump(), try site.ledger())
    site.name = "stretches.sqlite"
    let inStretches = try outlets.map { outlet in
      try site.run {
        $0.sources[0].outlet = outlet
        $0.longestWhole = 0
      }
    }
    #expect(try site.dump() == dump)
    #expect(try site.ledger() == ledger)
    #expect(try site.broken() == [])
    #expect(whole.map(\.counts) == inStretches.map(\.counts))
    #expect(whole.map(\.figuresByKind) == inStretches.map(\.figuresByKind))
    #expect(whole.map(\.numerals) == inStretches.map(\.numerals))
    #expect(whole.map(\.relations) == inStretches.map(\.relations))
    #expect(whole.map(\.rejections.total) == inStretches.map(\.rejections.total))
  }
}

@Suite("Heavy pieces on a conveyor")
struct HeavyPieceTests {
  /// How many pieces are made and not dealt with.
  private final class Count: @unchecked Sendable {
    private let monitor = Monitor()
    private var count = 0
    private(set) var most = 0

    func add(_ number: Int) {
      monitor.locked {
        count += number
        most = max(most, count)
      }
    }
  }

  @Test("are made one after the other", arguments: [(0, 3), (20 << 20, 1)])
  func oneByOne(weight: Int, least: Int) throws {
    let count = Count()
    var taken: [Int] = []
    try Conveyor<Int, Int>.run(
      jobs: 2, weight: { _ in weight },
      feed: { put in
        for number in 0..<20 {
          count.add(1)
          guard put(number) else { return }
        }
      },
      worker: { { $0 } },
      take: { next in
        // Nothing is taken before all is on the way that can be.
        var wanted = least
        while let number = next() {
          while count.most < wanted {}
          wanted = 0
          taken.append(number)
          count.add(-1)
        }
      })
    #expect(taken == Array(0..<20))
    #expect(weight == 0 || count.most == 1)
  }
}
