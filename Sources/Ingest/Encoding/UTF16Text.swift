import Model

/// UTF-16, with or without a byte order mark.
struct UTF16Text {
  let isBigEndian: Bool
  /// The bytes of the mark.
  let markBytes: Int
  /// How sure it is, in percent.
  let confidence: Int

  /// How much of a text without a mark is looked at, in bytes, and how much of that must fit.
  private static let sampleBytes = 4096
  private static let leastPercent = 90

  /// Nil for what is not UTF-16.
  ///
  /// - Parameter declared: The encoding that is stated for the file.
  init?(_ bytes: [UInt8], declared: String? = nil) {
    if declared == UnicodeEncoding.utf16le.rawValue || declared == UnicodeEncoding.utf16be.rawValue
    {
      isBigEndian = declared == UnicodeEncoding.utf16be.rawValue
      let mark: [UInt8] = isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
      (markBytes, confidence) = (bytes.starts(with: mark) ? 2 : 0, 100)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      (isBigEndian, markBytes, confidence) = (false, 2, 100)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      (isBigEndian, markBytes, confidence) = (true, 2, 100)
    } else {
      guard bytes.count >= 4, TextDecoder.firstNUL(in: bytes, upTo: Self.sampleBytes) != nil else {
        return nil
      }
      let (little, big) = (Self.percent(bytes, high: 1), Self.percent(bytes, high: 0))
      guard max(little, big) >= Self.leastPercent else { return nil }
      (isBigEndian, markBytes, confidence) = (big > little, 0, max(little, big))
    }
  }

  /// The share of code units whose high byte is one of Vietnamese text, and whose low byte is none.
  private static func percent(_ bytes: [UInt8], high: Int) -> Int {
    let end = min(bytes.count, sampleBytes) & ~1
    var fitting = 0
    for index in stride(from: 0, to: end, by: 2) {
      let isHigh = [0x00, 0x01, 0x03, 0x1E, 0x20].contains(bytes[index + high])
      if isHigh, bytes[index + 1 - high] != 0 { fitting += 1 }
    }
    return end == 0 ? 0 : fitting * 200 / end
  }

  var name: String { (isBigEndian ? UnicodeEncoding.utf16be : .utf16le).rawValue }

  /// The text with its map; nil where a surrogate stands alone or a byte is missing, with the text
  /// up to there.
  func decode(_ bytes: [UInt8]) -> (text: [UInt8], map: RawMap, isWhole: Bool) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var map = RawMapBuilder(width: 2)
    map.skip(markBytes)
    var units = stride(from: markBytes, to: bytes.count - 1, by: 2).lazy.map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }.makeIterator()
    var decoder = UTF16()
    while true {
      switch decoder.decode(&units) {
      case .scalarValue(let scalar):
        text.append(contentsOf: UTF8.encode(scalar) ?? .init())
        if scalar.value > 0xFFFF { map.characters(1, rawBytes: 4) } else { map.plain(1) }
      case .emptyInput: return (text, map.map(), bytes.count.isMultiple(of: 2))
      case .error: return (text, map.map(), false)
      }
    }
  }
}
