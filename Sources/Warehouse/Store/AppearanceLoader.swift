import Model

/// Makes an ``AppearanceIndex`` of all versions that are stored, which come latest first: so the
/// earliest one with a number takes the place of the others, and none needs to be looked for.
struct AppearanceLoader {
  private var index = AppearanceIndex()
  private var loader: DigestLoader
  private let mostVersions: Int
  /// The numbers of versions that do not stand for their text: another one may instead.
  private var releasedNumbers: DigestFilter?
  /// The versions that stand for their text, by the beginning of its digest.
  private var held: [(version: Int, number: UInt64)] = []

  /// - Parameter mostVersions: how many there are at most.
  init(mostVersions: Int) {
    self.mostVersions = mostVersions
    loader = DigestLoader(index.versions)
  }

  /// - Parameters:
  ///   - digest: the number of its text's digest.
  ///   - bands: those of its signature, as they are stored.
  ///   - isHeld: whether its text and figures are stored with it, and are current.
  mutating func add(
    _ version: Int, digest: UInt64, bands: UnsafeRawBufferPointer, isHeld: Bool
  ) {
    if isHeld {
      held.append((version, digest))
    } else {
      index.release(version)
      if releasedNumbers == nil {
        releasedNumbers = DigestFilter(count: mostVersions * (1 + TextSignature.bandCount))
      }
    }
    add(version, digest, isHeld)
    for start in stride(from: 0, to: bands.count - 7, by: 8) {
      let band = bands.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      add(version, UInt64(littleEndian: band), isHeld)
    }
  }

  private mutating func add(_ version: Int, _ number: UInt64, _ isHeld: Bool) {
    loader.add(number, UInt64(version))
    if !isHeld { releasedNumbers?.add(AppearanceIndex.key(number)) }
  }

  mutating func finish() -> AppearanceIndex {
    loader.flush()
    if let releasedNumbers {
      for (version, number) in held.reversed()
      where releasedNumbers.mayHold(AppearanceIndex.key(number)) {
        index.hold(version, number)
      }
    }
    return index
  }
}
