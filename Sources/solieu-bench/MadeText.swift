import Model

/// Text made of articles: their paragraphs, drawn again and again in an order that a fixed seed
/// gives, so that it is the same each time.
struct MadeText {
  private let paragraphs: [[UInt8]]
  private let dates: [String]
  private let bytes: Int
  /// To give each text an outlet, a place and a month of its own; empty to leave them out.
  private let origins: [Document]

  init(articles: [Document], bytes: Int, withOrigins: Bool = false) {
    origins = withOrigins ? articles : []
    paragraphs = articles.flatMap { article in
      article.text.split(separator: UInt8(ascii: "\n")).map(Array.init)
    }
    dates = articles.compactMap(\.published)
    self.bytes = bytes
  }

  /// Writes documents as JSON Lines, one after the other, so that they need no memory.
  func write(to path: String) throws {
    guard !paragraphs.isEmpty else { throw BenchError("Raw/: no articles to make text of") }
    try makeFile(path) { output in
      var random = SplitMix(state: 20_251_121)
      var writer = JSONWriter()
      var written = 0
      var number = 0
      while written < bytes {
        number += 1
        let text = text(&random)
        writer.removeAll()
        write(text, number, to: &writer)
        written += writer.bytes.count
        try output.write(writer.bytes)
      }
    }
  }

  private func text(_ random: inout SplitMix) -> [UInt8] {
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 4...20, using: &random) {
      text += paragraphs.randomElement(using: &random)!
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }

  private func write(_ text: [UInt8], _ number: Int, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", "made-\(number)")
    if !origins.isEmpty {
      write(originOf: number, to: &writer)
    } else if !dates.isEmpty {
      writer.member("published", dates[number % dates.count])
    }
    writer.key("text")
    writer.string(text)
    writer.endObject()
    writer.newline()
  }
}

extension MadeText {
  private func write(originOf number: Int, to writer: inout JSONWriter) {
    let origin = origins[number % origins.count]
    let month = number / 7 % 120
    let day = 1 + number % 28
    writer.member("title", "\(origin.title ?? "") \(number)")
    writer.member("outlet", origin.outlet ?? "")
    if let place = origins[number / 3 % origins.count].place { writer.member("place", place) }
    writer.member("url", "https://example.vn/\(number).html")
    writer.member(
      "published",
      "\(2015 + month / 12)-\(Self.two(month % 12 + 1))-\(Self.two(day))T08:00:00+07:00")
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// Sebastiano Vigna's SplitMix64: small, and the same everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
