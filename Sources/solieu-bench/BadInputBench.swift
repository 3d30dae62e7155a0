import Extraction
import Model
import Rules

/// Documents made to be slow, against news of the same size.
struct BadInputBench {
  let rules: RuleSet
  let documents: [Document]
  let repetitions: Int

  private static let bytes = 1 << 20

  func measures() -> [Measure] {
    let news = seconds(news())
    return BadInput.all.map { measure($0, against: news) }
  }

  private func measure(_ input: BadInput, against news: [Double]) -> Measure {
    let whole = seconds(input.make(Self.bytes))
    let quarter = seconds(input.make(Self.bytes / 4))
    let growth = whole.median / quarter.median
    return Measure(
      "1 MB of \(input.name); \(Figures.short(growth)) times the time of a quarter",
      whole.map { $0 * 1000 }, "ms",
      against: .init(name: "news", samples: news.map { $0 * 1000 }), bar: "5 or less")
  }

  /// A megabyte of the documents, as one.
  private func news() -> [UInt8] {
    var text: [UInt8] = []
    for document in documents {
      text += document.text
      text.append(UInt8(ascii: "\n"))
      if text.count >= Self.bytes { break }
    }
    let whole = text
    while !whole.isEmpty, text.count < Self.bytes { text += whole }
    return text
  }

  private func seconds(_ text: [UInt8]) -> [Double] {
    let extractor = Extractor(rules: rules)
    let document = Document(id: "bad", text: text, published: "2024-01-15")
    var samples: [Double] = []
    for _ in 0..<repetitions {
      let start = Clock.thread
      _ = extractor.read(document)
      samples.append(Clock.thread - start)
      // One that runs away is seen at once.
      if samples[0] > 5 { break }
    }
    return samples
  }
}
