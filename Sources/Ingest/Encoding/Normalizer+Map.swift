import Model
@_spi(_Unicode) import Swift

extension Normalizer {
  /// The text in form C with the map of its characters, which follow the old ones as they are
  /// composed.
  ///
  /// - Parameter map: That of `text`. Text in form C is given back with it, without a copy.
  public static func nfc(_ text: [UInt8], map: RawMap) -> (text: [UInt8], map: RawMap) {
    guard firstSuspect(in: text, from: 0) != nil else { return (text, map) }
    var composition = Composition(text, map)
    let isMapped = text.withUnsafeBufferPointer { bytes in
      var start = 0
      while let suspect = firstSuspect(in: bytes, from: start) {
        let cluster = cluster(around: suspect, from: start, in: bytes)
        guard composition.copy(bytes, start..<cluster.lowerBound),
          composition.compose(bytes, cluster)
        else { return false }
        start = cluster.upperBound
      }
      return composition.copy(bytes, start..<bytes.count)
    }
    return isMapped ? composition.finish() : (nfc(text), map)
  }

  /// The character around `index` with all that may be composed with it: from the last one that
  /// begins anew to before the next one.
  private static func cluster(
    around index: Int, from start: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    var lower = index
    while lower > start, !startsCluster(scalar(at: lower, of: text)) {
      repeat { lower -= 1 } while text[lower] & 0xC0 == 0x80
    }
    var upper = index + utf8Length(text[index])
    while upper < text.count, text[upper] >= 0xCC, !startsCluster(scalar(at: upper, of: text)) {
      upper += utf8Length(text[upper])
    }
    return lower..<upper
  }

  /// The character that starts at a place of valid UTF-8.
  fileprivate static func scalar(
    at index: Int, of text: UnsafeBufferPointer<UInt8>
  ) -> Unicode.Scalar {
    let length = utf8Length(text[index])
    guard length > 1 else { return Unicode.Scalar(text[index]) }
    var value = UInt32(text[index]) & (0xFF >> UInt32(length + 1))
    for byte in text[(index + 1)..<(index + length)] { value = value << 6 | UInt32(byte & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// Whether nothing before the character composes with it: it is no mark, and none of the letters
  /// of other scripts that follow another one.
  private static func startsCluster(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x300, 0x1E00...0x1EFF, 0x2000...0x20CF: return true
    case 0x300...0x36F: return false
    default:
      guard scalar.properties.canonicalCombiningClass == .notReordered else { return false }
      // Where it is not known, a character is taken together with those before it.
      return (0x2100...0x2BFF).contains(scalar.value)
        || !scalar.properties.isGraphemeExtend && !isJamo(scalar)
    }
  }

  private static func isJamo(_ scalar: Unicode.Scalar) -> Bool {
    (0x1160...0x11FF).contains(scalar.value)
  }
}

/// A text in form C in the making, with its map.
private struct Composition {
  private var result: [UInt8] = []
  private var builder: RawMapBuilder
  private var walk: RawMapWalk
  private var memory = ClusterMemory()

  init(_ text: [UInt8], _ map: RawMap) {
    result.reserveCapacity(text.count)
    builder = RawMapBuilder(width: map.width)
    walk = RawMapWalk(map, text)
  }

  consuming func finish() -> (text: [UInt8], map: RawMap) { (result, builder.map()) }

  /// Takes a stretch as it is; false when the map is broken.
  mutating func copy(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    result.append(contentsOf: UnsafeBufferPointer(rebasing: text[range]))
    return walk.move(to: range.upperBound, adding: &builder)
  }

  /// Takes what a letter and its marks are composed to; false when the map is broken.
  mutating func compose(_ text: UnsafeBufferPointer<UInt8>, _ cluster: Range<Int>) -> Bool {
    let composed = memory.composed(UnsafeBufferPointer(rebasing: text[cluster]))
    let isMapped =
      composed == 0 ? composeSlowly(text, cluster) : add(composed, text, cluster)
    return isMapped && walk.characterRange(at: cluster.upperBound) != nil
  }

  /// Adds the one character that a cluster is composed to.
  private mutating func add(
    _ character: UInt64, _ text: UnsafeBufferPointer<UInt8>, _ cluster: Range<Int>
  ) -> Bool {
    var last = cluster.upperBound - 1
    while text[last] & 0xC0 == 0x80 { last -= 1 }
    guard let first = walk.characterRange(at: cluster.lowerBound),
      let end = walk.characterRange(at: last)
    else { return false }
    builder.character(
      utf8Length: utf8Length(UInt8(truncatingIfNeeded: character)),
      from: first.lowerBound..<end.upperBound)
    var rest = character
    while rest != 0 {
      result.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
    return true
  }

  private mutating func composeSlowly(
    _ text: UnsafeBufferPointer<UInt8>, _ cluster: Range<Int>
  ) -> Bool {
    var scalars: [Unicode.Scalar] = []
    var ranges: [Range<Int>] = []
    var index = cluster.lowerBound
    while index < cluster.upperBound {
      guard let range = walk.characterRange(at: index) else { return false }
      ranges.append(range)
      scalars.append(Normalizer.scalar(at: index, of: text))
      index += utf8Length(text[index])
    }
    guard let first = ranges.first, let last = ranges.last else { return true }
    let composed = Array(
      String(decoding: UnsafeBufferPointer(rebasing: text[cluster]), as: UTF8.self)._nfc)
    let isSame = composed == scalars
    for (index, scalar) in composed.enumerated() {
      let bytes = UTF8.encode(scalar) ?? .init()
      result.append(contentsOf: bytes)
      // Of a cluster that was composed the first character has all the bytes.
      let range =
        isSame
        ? ranges[index] : (index == 0 ? first.lowerBound : last.upperBound)..<last.upperBound
      builder.character(utf8Length: bytes.count, from: range)
    }
    return true
  }
}
