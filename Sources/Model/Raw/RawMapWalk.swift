/// Goes along a text and its map, forwards only.
package struct RawMapWalk {
  private let map: [UInt8]
  private let text: [UInt8]
  private var next = 0
  private let width: Int
  /// The run at hand: how many units are left, and their width; 0 as in the text's UTF-8.
  private var left = 0
  private var runWidth = 0
  private var isPlain = true
  /// One character of this width follows the run at hand.
  private var single: Int?
  /// Where the next character stands.
  private var textOffset = 0
  private var rawOffset = 0
  private var isBroken = false

  package init(_ map: RawMap, _ text: [UInt8]) {
    self.map = map.bytes
    self.text = text
    var position = 0
    let numbers = map.isIdentity ? (0, 0) : Self.header(map.bytes, &position)
    width = numbers?.0 ?? 0
    rawOffset = numbers?.1 ?? 0
    isBroken = numbers == nil
    next = position
  }

  private static func header(_ map: [UInt8], _ position: inout Int) -> (Int, Int)? {
    guard let width = number(map, &position), let skipped = number(map, &position) else {
      return nil
    }
    return (width, skipped)
  }

  /// The raw bytes of the character at `offset`, which must not lie before one asked for; the end of
  /// the text has an empty range. Nil when the map is broken.
  package mutating func characterRange(at offset: Int) -> Range<Int>? {
    while textOffset < offset {
      guard advance(upTo: offset) else { return nil }
    }
    // What was skipped before the character is not its own.
    while left == 0, single == nil, next < map.count { guard takeRun() else { return nil } }
    guard textOffset < text.count, !isBroken else { return isBroken ? nil : rawOffset..<rawOffset }
    return rawOffset..<rawOffset + rawWidth(utf8Length(text[textOffset]))
  }

  /// Moves to `offset`, which must be the start of a character, and adds those before it to another
  /// map of the same width: in one go where they are of that width. False when the map is broken.
  package mutating func move(to offset: Int, adding other: inout RawMapBuilder) -> Bool {
    while textOffset < offset {
      while left == 0, single == nil, next < map.count { guard takeRun() else { return false } }
      guard textOffset < text.count, !isBroken else { return false }
      let start = rawOffset
      if isPlain, left > 0 || single == nil {
        other.plain(advancePlainly(upTo: offset), from: start)
      } else {
        let length = utf8Length(text[textOffset])
        let range = start..<start + rawWidth(length)
        guard advance(upTo: offset) else { return false }
        other.character(utf8Length: length, from: range)
      }
    }
    return true
  }

  /// Moves over units of the standard width and gives their number.
  private mutating func advancePlainly(upTo offset: Int) -> Int {
    let most = left > 0 ? left : .max
    var units = 0
    if width == 0 {
      units = min(most, offset - textOffset)
      textOffset += units
    } else {
      while textOffset < offset, units < most {
        textOffset += utf8Length(text[textOffset])
        units += 1
      }
    }
    if left > 0 { left -= units }
    rawOffset += units * max(width, 1)
    return units
  }

  /// The raw bytes of the next character, which has so many bytes of UTF-8.
  private func rawWidth(_ length: Int) -> Int {
    let width = left > 0 ? runWidth : single ?? self.width
    return width == 0 && (left > 0 ? isPlain : single == nil) ? length : width
  }

  /// Moves over one character, or over plain text as far as it goes; false when the map is broken.
  private mutating func advance(upTo offset: Int) -> Bool {
    while left == 0, single == nil, next < map.count { guard takeRun() else { return false } }
    guard textOffset < text.count, !isBroken else { return false }
    if width == 0, isPlain, left > 0 || single == nil {
      // Byte for byte: without looking at the text.
      let rest = left > 0 ? min(left, offset - textOffset) : offset - textOffset
      if left > 0 { left -= rest }
      textOffset += rest
      rawOffset += rest
      return true
    }
    let length = utf8Length(text[textOffset])
    rawOffset += rawWidth(length)
    textOffset += length
    if left > 0 { left -= 1 } else { single = nil }
    if left == 0 { isPlain = true }
    return true
  }

  /// Takes the next run; false when the map breaks off in it.
  private mutating func takeRun() -> Bool {
    guard let number = Self.number(map, &next), let kind = RawMap.Kind(rawValue: number & 3) else {
      isBroken = true
      return false
    }
    (isPlain, runWidth) = (true, width)
    switch kind {
    case .plain: left = number >> 2
    case .skipped: rawOffset += number >> 2
    case .single: (left, single) = (number >> 5, number >> 2 & 7)
    case .wide:
      guard let wide = Self.number(map, &next) else {
        isBroken = true
        return false
      }
      (left, runWidth, isPlain) = (number >> 2, wide, false)
    }
    return true
  }

  private static func number(_ map: [UInt8], _ position: inout Int) -> Int? {
    var value = 0
    var shift = 0
    while position < map.count, shift < 56 {
      let byte = map[position]
      position += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }
}
