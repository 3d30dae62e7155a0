/// How much two texts have in common.
public struct TextLikeness: Sendable, Hashable {
  /// The share of the groups of four words that stand in both, in percent of all.
  public let wordPercent: Int
  /// The same of the words with digits.
  public let numberPercent: Int

  public init(_ left: [UInt8], _ right: [UInt8]) {
    let (left, right) = (Parts(left), Parts(right))
    wordPercent = Self.percent(left.shingles, right.shingles)
    numberPercent = Self.percent(left.numbers, right.numbers)
  }

  /// Whether the texts are taken for one.
  public func isNear(_ limits: LikenessLimits = LikenessLimits()) -> Bool {
    wordPercent >= limits.wordPercent && numberPercent >= limits.numberPercent
  }

  private struct Parts {
    var shingles: Set<UInt64> = []
    var numbers: Set<UInt64> = []

    init(_ text: [UInt8]) {
      var (shingles, numbers): (Set<UInt64>, Set<UInt64>) = ([], [])
      TextWords.forEachShingle(text) {
        shingles.insert($0)
      } number: {
        numbers.insert($0)
      }
      (self.shingles, self.numbers) = (shingles, numbers)
    }
  }

  private static func percent(_ left: Set<UInt64>, _ right: Set<UInt64>) -> Int {
    let common = left.intersection(right).count
    let all = left.count + right.count - common
    return all == 0 ? 100 : common * 100 / all
  }
}

/// The least that two texts have in common when they are taken for one.
public struct LikenessLimits: Sendable, Hashable {
  /// The share of their groups of four words that stand in both, in percent.
  public var wordPercent = 75
  /// The same of their words with digits.
  public var numberPercent = 90
  /// Texts of fewer words are not compared.
  public var shortestWords = 43

  public init() {}
}
