import Lexing
import Model

/// The patterns of all indicators as word numbers, found by the first word.
public final class IndicatorIndex: @unchecked Sendable {
  /// A pattern in the words of the lexicon, with what a figure must be to fit it.
  public final class Pattern: Sendable {
    public let indicator: Int
    /// Words in all parts, the measure of how much it says.
    public let length: Int
    public let kind: FigureKind
    /// Empty for any.
    public let unit: String
    public let isGrowth: Bool

    init(indicator: Int, length: Int, rule: IndicatorRule) {
      self.indicator = indicator
      self.length = length
      kind = rule.kind
      unit = rule.unit
      isGrowth = rule.isGrowth
    }
  }

  /// An ``IndicatorRule/Context`` in the words of the lexicon.
  public struct Context: Sendable {
    public let needs: [[UInt32]]
    public let excludes: [[UInt32]]
    public let excludesNear: [[UInt32]]
  }

  /// What turns a pattern away at one look: most that begin with a word go on with another one.
  public struct Head: Sendable {
    /// The second word of the first part; 0 where the part has one word.
    public let second: UInt32
    /// The ``form(_:isGrowth:)`` of its figures.
    public let form: UInt32
    /// The pattern's ``Pattern/length``.
    public let length: Int32
    /// Its place among ``patterns``.
    public let pattern: Int32
    /// Where its words lie: see ``parts(of:)``.
    fileprivate let parts: Int32
    /// True where the figures' unit must be the pattern's.
    public let hasUnit: Bool
  }

  /// The words of a pattern, part by part; valid as long as the index lives.
  public struct Parts: Sequence, IteratorProtocol {
    fileprivate var place: UnsafePointer<UInt32>

    /// The words of the next part, which follow each other.
    public mutating func next() -> UnsafeBufferPointer<UInt32>? {
      let count = Int(place.pointee)
      guard count > 0 else { return nil }
      defer { place += count + 1 }
      return UnsafeBufferPointer(start: place + 1, count: count)
    }
  }

  /// Those with one first word stand together, the longest first.
  private let patterns: [Pattern]
  private let heads: UnsafeMutableBufferPointer<Head>
  /// For each pattern the number of words of each part with the words, and a zero.
  private let words: UnsafeMutableBufferPointer<UInt32>
  /// Where those of a first word begin, by its lexicon number less ``Mark/firstWord``.
  private let starts: UnsafeMutableBufferPointer<Int32>
  private let contexts: [Context]
  /// For each of these words, a bit for each kind of figure, and whether it grows, that one of its
  /// patterns is for.
  private let forms: ContiguousArray<UInt32>
  /// These words, in few bytes: most are turned away by them.
  private let firstWords: WordSet

  /// A pattern whose words have their numbers.
  private struct Numbered {
    let first: UInt32
    let length: Int
    let indicator: Int
    /// Where its words lie, as ``words`` has them.
    let words: Int
  }

  init(
    _ indicators: [IndicatorRule], _ phrases: IndicatorPhrases, _ builder: inout LexiconBuilder
  ) {
    contexts = Self.contexts(phrases, &builder)
    var (table, words) = Self.number(indicators, phrases.parts, &builder)
    // The pattern that says most is tried first; equal ones in the order of the table.
    table.sort { ($0.first, $1.length, $0.words) < ($1.first, $0.length, $1.words) }
    patterns = table.map {
      Pattern(indicator: $0.indicator, length: $0.length, rule: indicators[$0.indicator])
    }
    firstWords = WordSet(table.lazy.map(\.first))
    let count = Int((table.last?.first ?? Mark.firstWord) - Mark.firstWord) + 1
    var forms = ContiguousArray<UInt32>(repeating: 0, count: count)
    starts = .allocate(capacity: count + 1)
    heads = .allocate(capacity: table.count)
    var word = -1
    for (number, numbered) in table.enumerated() {
      let pattern = patterns[number]
      let own = Int(numbered.first - Mark.firstWord)
      while word < own {
        word += 1
        starts.initializeElement(at: word, to: Int32(number))
      }
      forms[own] |= Self.form(pattern.kind, isGrowth: pattern.isGrowth)
      heads.initializeElement(
        at: number,
        to: Head(
          second: words[numbered.words] > 1 ? words[numbered.words + 2] : 0,
          form: Self.form(pattern.kind, isGrowth: pattern.isGrowth),
          length: Int32(pattern.length), pattern: Int32(number), parts: Int32(numbered.words),
          hasUnit: !pattern.unit.isEmpty))
    }
    while word < count {
      word += 1
      starts.initializeElement(at: word, to: Int32(table.count))
    }
    self.forms = forms
    self.words = .allocate(capacity: words.count)
    _ = self.words.initialize(from: words)
  }

  /// The patterns that begin with a word, and for each the number of words of each part with the
  /// words, and a zero.
  private static func number(
    _ indicators: [IndicatorRule], _ phrases: CutPhrases, _ builder: inout LexiconBuilder
  ) -> ([Numbered], [UInt32]) {
    var table: [Numbered] = []
    table.reserveCapacity(phrases.count)
    var words: [UInt32] = []
    words.reserveCapacity(4 * phrases.count)
    var phrase = 0
    for (indicator, rule) in indicators.enumerated() {
      for pattern in rule.patterns {
        let start = words.count
        var length = 0
        for _ in pattern {
          let count = words.count
          words.append(0)
          builder.appendWords(phrases, at: phrase, to: &words)
          words[count] = UInt32(words.count - count - 1)
          length += Int(words[count])
          if words[count] == 0 { words.removeLast() }
          phrase += 1
        }
        words.append(0)
        if words[start] > 0, words[start + 1] >= Mark.firstWord {
          table.append(
            Numbered(
              first: words[start + 1], length: length, indicator: indicator, words: start))
        } else {
          words.removeSubrange(start...)
        }
      }
    }
    return (table, words)
  }

  private static func contexts(
    _ phrases: IndicatorPhrases, _ builder: inout LexiconBuilder
  ) -> [Context] {
    let words = (0..<phrases.contextPhrases.count).map { index in
      var words: [UInt32] = []
      builder.appendWords(phrases.contextPhrases, at: index, to: &words)
      return words
    }
    return phrases.contexts.map {
      Context(
        needs: Array(words[$0.needs]), excludes: Array(words[$0.excludes]),
        excludesNear: Array(words[$0.excludesNear]))
    }
  }

  deinit {
    heads.deallocate()
    words.deallocate()
    starts.deallocate()
  }

  /// The bit of a kind of figure that grows, or does not.
  public static func form(_ kind: FigureKind, isGrowth: Bool) -> UInt32 {
    1 << (kind.number * 2 + (isGrowth ? 1 : 0))
  }

  /// True when a pattern for figures of the ``form(_:isGrowth:)`` begins with the word.
  public func hasPattern(startingWith word: UInt32, _ form: UInt32) -> Bool {
    firstWords.contains(word) && forms[Int(word - Mark.firstWord)] & form != 0
  }

  /// What must and must not stand around the figures of an indicator.
  public func context(of indicator: Int) -> Context { contexts[indicator] }

  /// The heads of the patterns that begin with a word, the longest first; valid as long as the
  /// index lives.
  public func heads(startingWith word: UInt32) -> UnsafeBufferPointer<Head> {
    let index = Int(word) - Int(Mark.firstWord)
    guard index >= 0, index + 1 < starts.count else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(rebasing: heads[Int(starts[index])..<Int(starts[index + 1])])
  }

  /// The words of a head's pattern.
  public func parts(of head: Head) -> Parts {
    Parts(place: UnsafePointer(words.baseAddress!) + Int(head.parts))
  }

  /// The pattern of a head.
  public func pattern(of head: Head) -> Pattern { patterns[Int(head.pattern)] }
}

extension FigureKind {
  /// Its place in a set of bits.
  fileprivate var number: UInt32 {
    switch self {
    case .money: 0
    case .count: 1
    case .percent: 2
    case .point: 3
    case .ratio: 4
    case .rank: 5
    case .multiple: 6
    case .score: 7
    case .duration: 8
    case .measure: 9
    case .rate: 10
    }
  }
}
