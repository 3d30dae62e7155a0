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

    init(indicator: Int, parts: [[UInt32]], rule: IndicatorRule) {
      self.indicator = indicator
      length = parts.reduce(0) { $0 + $1.count }
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

  /// Takes columns of phrases apart, the same ones once; they are told by their bytes, as comparing
  /// strings costs more than all else here.
  private struct PhraseMemory {
    private var columns: [UInt64: (text: [UInt8], words: [[UInt32]])] = [:]

    mutating func context(
      _ context: IndicatorRule.Context, _ builder: inout LexiconBuilder
    ) -> Context {
      Context(
        needs: words(context.needs, &builder), excludes: words(context.excludes, &builder),
        excludesNear: words(context.excludesNear, &builder))
    }

    private mutating func words(_ column: String, _ builder: inout LexiconBuilder) -> [[UInt32]] {
      if column.isEmpty { return [] }
      let text = Array(column.utf8)
      let key = text.reduce(14_695_981_039_346_656_037 as UInt64) {
        ($0 ^ UInt64($1)) &* 1_099_511_628_211
      }
      if let known = columns[key], known.text == text { return known.words }
      let found = text.split(separator: UInt8(ascii: "|")).map { part in
        builder.words(String(decoding: part, as: UTF8.self))
      }
      columns[key] = (text, found)
      return found
    }
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

  init(_ indicators: [IndicatorRule], _ builder: inout LexiconBuilder) {
    var memory = PhraseMemory()
    contexts = indicators.map { memory.context($0.context, &builder) }
    var index: [UInt32: [(pattern: Pattern, parts: [[UInt32]])]] = [:]
    for (number, indicator) in indicators.enumerated() {
      for pattern in indicator.patterns {
        let parts = pattern.map { builder.words($0) }.filter { !$0.isEmpty }
        guard let first = parts.first?.first, first >= Mark.firstWord else { continue }
        index[first, default: []].append(
          (Pattern(indicator: number, parts: parts, rule: indicator), parts))
      }
    }
    var table: [(pattern: Pattern, parts: [[UInt32]])] = []
    var starts: [Int32] = []
    var forms: ContiguousArray<UInt32> = []
    for word in Mark.firstWord...max(Mark.firstWord, index.keys.max() ?? 0) {
      // The pattern that says most is tried first; equal ones in the order of the table.
      let own = (index[word] ?? []).sorted {
        ($0.pattern.length, $1.pattern.indicator) > ($1.pattern.length, $0.pattern.indicator)
      }
      starts.append(Int32(table.count))
      forms.append(own.reduce(0) { $0 | Self.form($1.pattern.kind, isGrowth: $1.pattern.isGrowth) })
      table += own
    }
    starts.append(Int32(table.count))
    patterns = table.map(\.pattern)
    firstWords = WordSet(index.keys)
    self.forms = forms
    self.starts = .allocate(capacity: starts.count)
    _ = self.starts.initialize(from: starts)
    var words: [UInt32] = []
    heads = .allocate(capacity: table.count)
    for (number, (pattern, parts)) in table.enumerated() {
      heads.initializeElement(
        at: number,
        to: Head(
          second: parts[0].count > 1 ? parts[0][1] : 0,
          form: Self.form(pattern.kind, isGrowth: pattern.isGrowth),
          length: Int32(pattern.length), pattern: Int32(number), parts: Int32(words.count),
          hasUnit: !pattern.unit.isEmpty))
      for part in parts { words += [UInt32(part.count)] + part }
      words.append(0)
    }
    self.words = .allocate(capacity: words.count)
    _ = self.words.initialize(from: words)
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
