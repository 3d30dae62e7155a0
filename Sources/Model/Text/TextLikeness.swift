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
    var shingles: HashSet
    var numbers: HashSet

    init(_ text: [UInt8]) {
      var (shingles, numbers): ([UInt64], [UInt64]) = ([], [])
      // A syllable with its space has some five bytes.
      shingles.reserveCapacity(text.count / 4)
      TextWords.forEachShingle(text) {
        shingles.append($0)
      } number: {
        numbers.append($0)
      }
      self.shingles = HashSet(shingles)
      self.numbers = HashSet(numbers)
    }
  }

  private static func percent(_ left: HashSet, _ right: HashSet) -> Int {
    let common = left.countInCommon(with: right)
    let all = left.count + right.count - common
    return all == 0 ? 100 : common * 100 / all
  }
}

/// A set of hashes whose bits are spread well already: they tell by themselves where one lies.
private struct HashSet {
  /// 0 is an empty place.
  private var places: [UInt64]
  private var hasZero = false
  private(set) var count = 0

  init(_ hashes: [UInt64]) {
    var size = 16
    while size < hashes.count * 2 { size *= 2 }
    places = [UInt64](repeating: 0, count: size)
    for hash in hashes { insert(hash) }
  }

  private mutating func insert(_ hash: UInt64) {
    if hash == 0 {
      count += hasZero ? 0 : 1
      hasZero = true
      return
    }
    let place = place(of: hash)
    if places[place] == 0 {
      places[place] = hash
      count += 1
    }
  }

  /// Where the hash lies, or would.
  private func place(of hash: UInt64) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while places[place] != 0, places[place] != hash { place = (place + 1) & mask }
    return place
  }

  func countInCommon(with other: HashSet) -> Int {
    var common = hasZero && other.hasZero ? 1 : 0
    for hash in places where hash != 0 && other.places[other.place(of: hash)] == hash {
      common += 1
    }
    return common
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
