extension RawMap {
  /// The map of a string's text to the JSON that it stands in.
  ///
  /// - Parameters:
  ///   - literal: What stands between the quotes; it must have been read well.
  ///   - json: The JSON, in which offsets are counted.
  public init(jsonString literal: Range<Int>, in json: UnsafeBufferPointer<UInt8>) {
    self.init()
    guard let base = json.baseAddress else { return }
    var map = RawMapBuilder()
    map.skip(literal.lowerBound)
    var offset = literal.lowerBound
    while offset < literal.upperBound {
      let stop = JSONBytes.endOfPlainRun(base, from: offset, count: literal.upperBound)
      map.plain(stop - offset)
      offset = stop
      guard stop < literal.upperBound else { break }
      let length = Self.escapeLength(base, at: stop)
      map.characters(1, rawBytes: length)
      offset += length
    }
    self = map.map()
  }

  private static func escapeLength(_ base: UnsafePointer<UInt8>, at offset: Int) -> Int {
    guard base[offset + 1] == UInt8(ascii: "u") else { return 2 }
    // A high surrogate is followed by the low one.
    let isHigh =
      (base[offset + 2] | 0x20) == UInt8(ascii: "d")
      && (JSONBytes.hexDigit(base[offset + 3]) ?? 0) >= 8
    return isHigh ? 12 : 6
  }

  /// The map to the raw bytes behind another map.
  ///
  /// - Parameters:
  ///   - outer: The map of `between`, the text that this map leads to.
  ///   - text: The text of this map.
  public func composed(over outer: RawMap, of text: [UInt8], between: [UInt8]) -> RawMap {
    guard !outer.isIdentity else { return self }
    var inner = RawMapWalk(self, text)
    var walk = RawMapWalk(outer, between)
    var map = RawMapBuilder(width: outer.width)
    var index = 0
    while index < text.count {
      guard let range = inner.characterRange(at: index) else { return self }
      let length = utf8Length(text[index])
      index += length
      guard let start = walk.characterRange(at: range.lowerBound) else { return self }
      guard !range.isEmpty else {
        map.character(utf8Length: length, from: start.lowerBound..<start.lowerBound)
        continue
      }
      var last = range.upperBound - 1
      while last > range.lowerBound, between[last] & 0xC0 == 0x80 { last -= 1 }
      guard let end = walk.characterRange(at: last) else { return self }
      map.character(utf8Length: length, from: start.lowerBound..<end.upperBound)
    }
    return map.map()
  }
}
