/// Makes a ``RawMap`` while a text is made of raw bytes, from its start to its end.
public struct RawMapBuilder {
  private let width: Int
  private var bytes: [UInt8] = []
  private var leading = 0
  private var hasText = false
  /// What is not written yet: units of the standard width, then characters of another one.
  private var plainCount = 0
  private var wideCount = 0
  private var wideWidth = 0
  private var skippedCount = 0
  /// Where the next character is expected.
  private var rawOffset = 0

  /// - Parameter width: The raw bytes that most characters have; 0 for as many as in UTF-8.
  public init(width: Int = 0) { self.width = width }

  /// Adds characters of the standard width: their number, or that of their bytes where it is 0.
  public mutating func plain(_ count: Int) {
    guard count > 0 else { return }
    hasText = true
    if wideCount > 0 || skippedCount > 0 { flush() }
    plainCount += count
    rawOffset += count * max(width, 1)
  }

  /// As above, of characters that stand at a place of the record.
  package mutating func plain(_ count: Int, from rawOffset: Int) {
    skip(rawOffset - self.rawOffset)
    plain(count)
  }

  /// Adds characters that were read from so many raw bytes each.
  public mutating func characters(_ count: Int, rawBytes: Int) {
    guard count > 0 else { return }
    hasText = true
    if skippedCount > 0 || (wideCount > 0 && wideWidth != rawBytes) { flush() }
    wideWidth = rawBytes
    wideCount += count
    rawOffset += count * rawBytes
  }

  /// Passes over raw bytes that give no text.
  public mutating func skip(_ count: Int) {
    guard count > 0 else { return }
    rawOffset += count
    guard hasText else {
      leading += count
      return
    }
    if plainCount > 0 || wideCount > 0 { flush() }
    skippedCount += count
  }

  /// Adds one character that was read from these bytes of the record.
  public mutating func character(utf8Length: Int, from raw: Range<Int>) {
    skip(raw.lowerBound - rawOffset)
    if raw.count == (width == 0 ? utf8Length : width) {
      plain(width == 0 ? utf8Length : 1)
    } else {
      characters(1, rawBytes: raw.count)
    }
  }

  /// The map of all that was added.
  public consuming func map() -> RawMap {
    // What follows is of the standard width anyway.
    if wideCount == 0 { plainCount = 0 }
    skippedCount = 0
    flush()
    guard width > 0 || leading > 0 || !bytes.isEmpty else { return RawMap() }
    var header = RawMapBuilder()
    header.append(width)
    header.append(leading)
    return RawMap(bytes: header.bytes + bytes)
  }

  private mutating func flush() {
    if wideCount == 1, wideWidth < 8 {
      append(plainCount << 5 | wideWidth << 2 | RawMap.Kind.single.rawValue)
    } else {
      if plainCount > 0 { append(plainCount << 2 | RawMap.Kind.plain.rawValue) }
      if wideCount > 0 {
        append(wideCount << 2 | RawMap.Kind.wide.rawValue)
        append(wideWidth)
      }
    }
    if skippedCount > 0 { append(skippedCount << 2 | RawMap.Kind.skipped.rawValue) }
    (plainCount, wideCount, skippedCount) = (0, 0, 0)
  }

  private mutating func append(_ number: Int) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F | 0x80))
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
