import Model
@_spi(_Unicode) import Swift

extension Normalizer {
  /// The text in form C with the map of its characters, which follow the old ones as they are
  /// composed.
  ///
  /// - Parameter map: That of `text`. Text in form C is given back with it, without a copy.
  public static func nfc(_ text: [UInt8], map: RawMap) -> (text: [UInt8], map: RawMap) {
    guard firstSuspect(in: text, from: 0) != nil else { return (text, map) }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var builder = RawMapBuilder(width: map.width)
    var walk = RawMapWalk(map, text)
    var cluster: [Unicode.Scalar] = []
    var ranges: [Range<Int>] = []
    var index = 0
    while index < text.count {
      guard let range = walk.characterRange(at: index) else { return (nfc(text), map) }
      let scalar = scalar(at: index, of: text)
      index += utf8Length(text[index])
      if !cluster.isEmpty, startsCluster(scalar) {
        append(cluster, ranges[...], to: &result, &builder)
        cluster.removeAll(keepingCapacity: true)
        ranges.removeAll(keepingCapacity: true)
      }
      cluster.append(scalar)
      ranges.append(range)
    }
    append(cluster, ranges[...], to: &result, &builder)
    return (result, builder.map())
  }

  /// The character that starts at a place of valid UTF-8: without a string, which would be a copy.
  private static func scalar(at index: Int, of text: [UInt8]) -> Unicode.Scalar {
    let length = utf8Length(text[index])
    guard length > 1 else { return Unicode.Scalar(text[index]) }
    var value = UInt32(text[index]) & (0xFF >> UInt32(length + 1))
    for byte in text[(index + 1)..<(index + length)] { value = value << 6 | UInt32(byte & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// Whether nothing before the character composes with it: it is no mark, and none of the letters
  /// of other scripts that follow another one.
  private static func startsCluster(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x300 { return true }
    guard scalar.properties.canonicalCombiningClass == .notReordered else { return false }
    switch scalar.value {
    case 0x1E00...0x1EFF, 0x2000...0x2BFF: return true
    // Where it is not known, a character is taken together with those before it.
    default: return !scalar.properties.isGraphemeExtend && !isJamo(scalar)
    }
  }

  /// Letters that form C leaves as they are where nothing follows them.
  private static func isComposed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x300 || (0x1E00...0x1EFF).contains(scalar.value)
  }

  private static func isJamo(_ scalar: Unicode.Scalar) -> Bool {
    (0x1160...0x11FF).contains(scalar.value)
  }

  private static func append(
    _ cluster: [Unicode.Scalar], _ ranges: ArraySlice<Range<Int>>, to result: inout [UInt8],
    _ builder: inout RawMapBuilder
  ) {
    guard let first = ranges.first, let last = ranges.last else { return }
    if cluster.count == 1, isComposed(cluster[0]) {
      // Nearly all characters, and so without a string for each.
      let length = UTF8.width(cluster[0])
      result.append(contentsOf: UTF8.encode(cluster[0]) ?? .init())
      builder.character(utf8Length: length, from: first)
      return
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: cluster)
    let composed = Array(String(view)._nfc)
    let isSame = composed.count == cluster.count && composed == cluster
    for (index, scalar) in composed.enumerated() {
      let bytes = UTF8.encode(scalar) ?? .init()
      result.append(contentsOf: bytes)
      // Of a cluster that was composed the first character has all the bytes.
      let range =
        isSame
        ? ranges[ranges.startIndex + index]
        : (index == 0 ? first.lowerBound : last.upperBound)..<last.upperBound
      builder.character(utf8Length: bytes.count, from: range)
    }
  }
}
