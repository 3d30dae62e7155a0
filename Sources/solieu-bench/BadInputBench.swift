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
    let news = NewsMegabytes(documents, bytes: Self.bytes)
    let reader = Reader(rules: rules)
    return (BadInput.all + BadInput.mixed).map { measure($0, against: news, reader) }
  }

  /// A megabyte, where a sixteenth of it does not take too long already; in turn with other news each
  /// time, as the machine's speed changes, and as news does not come again.
  private func measure(
    _ input: BadInput, against news: NewsMegabytes, _ newsReader: Reader
  ) -> Measure {
    let reader = Reader(rules: rules)
    let partText = input.make(Self.bytes / 16)
    var part: [Double] = []
    while part.count < repetitions, part.first ?? 0 <= Self.patience {
      part.append(reader.seconds(partText))
    }
    let isSlow = part.median >= Self.patience
    let text = isSlow ? partText : input.make(Self.bytes)
    var whole: [Double] = []
    var plain: [Double] = []
    while whole.count < repetitions || isNearBar(whole, plain) && whole.count < 5 * repetitions,
      whole.first ?? 0 <= Self.patience
    {
      plain.append(newsReader.seconds(news.next()))
      whole.append(reader.seconds(text))
    }
    if isSlow {
      return measure("64 kB of \(input.name); 1 MB was not tried", whole, plain.map { $0 / 16 })
    }
    let growth = Figures.short(whole.median / part.median)
    return measure("1 MB of \(input.name); \(growth) times the time of 1/16", whole, plain)
  }

  /// Where the machine's speed might decide, more samples do.
  private func isNearBar(_ whole: [Double], _ news: [Double]) -> Bool {
    whole.median > news.median * 2.5
  }

  private func measure(_ name: String, _ samples: [Double], _ news: [Double]) -> Measure {
    Measure(
      name, samples.map { $0 * 1000 }, "ms",
      against: .init(name: "news", samples: news.map { $0 * 1000 }), bar: "5 or less")
  }

  /// Reads texts as documents of their own.
  private struct Reader {
    let extractor: Extractor

    init(rules: RuleSet) { extractor = Extractor(rules: rules) }

    /// The thread's processor time for one of them.
    func seconds(_ text: [UInt8]) -> Double {
      let document = Document(id: "bad", text: text, published: "2024-01-15")
      let start = Clock.thread
      _ = extractor.read(document)
      return Clock.thread - start
    }
  }
}

/// The documents of a corpus as texts of a megabyte, one after the other and then from the first again.
private final class NewsMegabytes {
  private var texts: [[UInt8]] = []
  private var number = 0

  /// The most of them that are kept.
  private static let most = 24

  init(_ documents: [Document], bytes: Int) {
    var text: [UInt8] = []
    for document in documents where texts.count < Self.most {
      text += document.text
      text.append(UInt8(ascii: "\n"))
      if text.count >= bytes {
        texts.append(text)
        text = []
      }
    }
    if texts.isEmpty {
      let whole = text
      while !whole.isEmpty, text.count < bytes { text += whole }
      texts = [text]
    }
  }

  func next() -> [UInt8] {
    defer { number += 1 }
    return texts[number % texts.count]
  }
}
