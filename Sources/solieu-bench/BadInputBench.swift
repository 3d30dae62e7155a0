import Extraction
import Model
import Rules

/// Documents made to be slow, against news of the same size.
struct BadInputBench {
  let rules: RuleSet
  let documents: [Document]
  let repetitions: Int

  private static let bytes = 1 << 20
  /// The seconds after which a text is not measured again, nor a longer one at all.
  private static let patience = 0.3

  func measures() -> [Measure] {
    let news = seconds(news())
    return (BadInput.all + BadInput.mixed).map { measure($0, against: news) }
  }

  /// A megabyte, where a sixteenth of it does not take too long already.
  private func measure(_ input: BadInput, against news: [Double]) -> Measure {
    let part = seconds(input.make(Self.bytes / 16))
    guard part.median < Self.patience else {
      return measure("64 kB of \(input.name); 1 MB was not tried", part, news.map { $0 / 16 })
    }
    let whole = seconds(input.make(Self.bytes))
    let growth = Figures.short(whole.median / part.median)
    return measure("1 MB of \(input.name); \(growth) times the time of 1/16", whole, news)
  }

  private func measure(_ name: String, _ samples: [Double], _ news: [Double]) -> Measure {
    Measure(
      name, samples.map { $0 * 1000 }, "ms",
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
      if samples[0] > Self.patience { break }
    }
    return samples
  }
}
