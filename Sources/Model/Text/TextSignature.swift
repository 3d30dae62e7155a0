/// What finds texts that are nearly the same among many: a few numbers that two such texts most
/// likely have in common.
///
/// Made of the words of a text in groups of four, of which a sketch keeps the least hash in each of
/// a dozen classes, and of its words with digits. Texts with other numbers are other texts, however
/// much they have in common: prices of one day and of the next.
public struct TextSignature: Sendable, Hashable {
  /// Equal numbers at the same place tell that texts may be alike; empty for short texts.
  public let bands: [UInt64]

  /// How many bands a signature has at most.
  public static let bandCount = 4
  static let rowCount = 3

  public init(bands: [UInt64]) { self.bands = bands }

  /// - Parameter text: Valid UTF-8.
  public init(of text: [UInt8], _ limits: LikenessLimits = LikenessLimits()) {
    var sketch = Sketch()
    TextWords.forEachShingle(text) {
      sketch.add($0)
    } number: {
      sketch.add(number: $0)
    }
    bands = sketch.bands(leastShingles: limits.shortestWords - 3)
  }

  /// The least hashes met so far.
  private struct Sketch {
    private var least = [UInt64](repeating: .max, count: bandCount * rowCount)
    private var leastNumbers = [UInt64](repeating: .max, count: bandCount)
    private var shingles = 0

    mutating func add(_ hash: UInt64) {
      shingles += 1
      let place = Int(hash % UInt64(bandCount * rowCount))
      if hash < least[place] { least[place] = hash }
    }

    mutating func add(number hash: UInt64) {
      var hash = hash
      for place in leastNumbers.indices {
        hash = TextWords.mixed(hash &+ 1)
        if hash < leastNumbers[place] { leastNumbers[place] = hash }
      }
    }

    func bands(leastShingles: Int) -> [UInt64] {
      guard shingles >= leastShingles else { return [] }
      return (0..<bandCount).map { band in
        var hash = TextWords.mixed(leastNumbers[band] &+ UInt64(band))
        for row in 0..<rowCount {
          hash = TextWords.mixed(hash ^ filled(band * rowCount + row))
        }
        return hash
      }
    }

    /// A class that nothing fell into takes the value of the next one.
    private func filled(_ place: Int) -> UInt64 {
      for step in 0..<least.count {
        let value = least[(place + step) % least.count]
        if value != .max { return value &+ UInt64(step) }
      }
      return 0
    }
  }
}
