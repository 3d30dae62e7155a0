import Testing

@testable import Pipeline

@Suite("One text published several times")
struct AppearanceTests {
  private static func text(_ village: String, _ first: Int) -> String {
    (1...12).map { number in
      "Hộ thứ \(number) ở \(village) năm nay bán \(first + number * 3) tấn lúa cho thương lái các "
        + "huyện lân cận với giá \(first * number),5 triệu đồng mỗi tấn."
    }.joined(separator: " ")
  }

  /// Five outlets: a report, its copy, one with a signature, another report of the same form, one
  /// that is short.
  private func fill(_ site: Site) throws {
    let report = Self.text("xã Hòa Bình", 4)
    let texts = [report, report, report + " (Theo TTX)", Self.text("xã Hòa Bình", 5), "Thu 5 tỷ."]
    for (index, text) in texts.enumerated() {
      let line = "{\"id\": \"d\(index)\", \"outlet\": \"Báo \(index)\", \"text\": \"\(text)\"}\n"
      try site.write("\(index).jsonl", line)
    }
  }

  private let clusters =
    """
    SELECT a.document, a.likeness, (SELECT min(f.document) FROM appearances AS f
      WHERE f.cluster = a.cluster) FROM appearances AS a ORDER BY 1
    """

  @Test("is one cluster, for any number of workers", arguments: [1, 4])
  func clusters(jobs: Int) throws {
    let site = Site()
    try fill(site)
    try site.run { $0.jobs = jobs }
    #expect(
      try site.rows(clusters) == [
        "d0|first|d0", "d1|exact|d0", "d2|near|d0", "d3|first|d3", "d4|first|d4",
      ])
    #expect(
      try site.rows("SELECT DISTINCT cluster FROM documents WHERE document < 'd3'").count == 1)
  }

  @Test("stays as it is however often it is read")
  func again() throws {
    let site = Site()
    try fill(site)
    try site.run()
    let before = try site.dump()
    try site.run()
    #expect(try site.dump() == before)
    try site.run { $0.isFull = true }
    #expect(try site.dump() == before)
  }

  @Test("is known in a later run")
  func later() throws {
    let site = Site()
    try fill(site)
    try site.run()
    try site.write("9.txt", Self.text("xã Hòa Bình", 5))
    try site.run()
    #expect(
      try site.rows("SELECT likeness FROM appearances WHERE path GLOB '*9.txt'") == ["exact"])
  }
}
