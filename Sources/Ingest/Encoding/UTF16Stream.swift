import Model

/// Turns a stream of UTF-16 into UTF-8 as it is read, and knows where each character stood.
///
/// What is no UTF-16 becomes U+FFFD, so that the record that it stands in can be refused alone. A bit
/// for each byte of the text is kept, from the last place that was asked for.
final class UTF16Stream {
  let name: String
  let confidence: Int
  private let isBigEndian: Bool
  private let input: ByteStream

  /// What is decoded and not given yet.
  private var decoded: [UInt8] = []
  private var given = 0
  /// Raw bytes that were read and not decoded: half a unit, and the first half of a pair.
  private var half: UInt8?
  private var high: UInt16?
  private var isAtEnd = false
  private var isAtStart = true

  /// Where characters start, a bit a byte of the text, from `base` on, which stood at `rawBase`.
  private var starts: [UInt64] = []
  private var base = 0
  private var rawBase = 0
  private var decodedCount = 0
  private var rawCount = 0
  /// Characters of two units, and what is no UTF-16, by their offsets in the text.
  private var pairs: [Int] = []
  private var broken: [(offset: Int, raw: Int)] = []

  /// - Parameter kind: What the beginning of the bytes was found to be.
  init(_ input: ByteStream, _ kind: UTF16Text) {
    self.input = input
    isBigEndian = kind.isBigEndian
    name = kind.name
    confidence = kind.confidence
  }

  /// The text.
  func text() -> ByteStream {
    ByteStream(path: input.path) { [self] (output) throws(StreamError) in
      while given == decoded.count, !isAtEnd { try decodeOn() }
      let count = min(output.count, decoded.count - given)
      decoded.withUnsafeBytes {
        output.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[given..<given + count]))
      }
      given += count
      return count
    }
  }

  /// Where a stretch of the text stood in the file. To be asked for in the order of where they start.
  func rawRange(of range: Range<Int>) -> Range<Int> {
    let start = rawOffset(of: range.lowerBound, isStart: true)
    return start..<max(start, rawOffset(of: range.upperBound, isStart: false))
  }

  /// Where in the file a stretch of the text is no UTF-16. To be asked for in the order of the text.
  func firstBroken(in range: Range<Int>) -> Int? {
    broken.removeAll { $0.offset < range.lowerBound }
    return broken.first { $0.offset < range.upperBound }?.raw
  }

  /// The map of a stretch of text that was UTF-16.
  static func map(of text: UnsafeBufferPointer<UInt8>) -> RawMap {
    var map = RawMapBuilder(width: 2)
    for byte in text where byte & 0xC0 != 0x80 {
      if byte >= 0xF0 { map.characters(1, rawBytes: 4) } else { map.plain(1) }
    }
    return map.map()
  }

  private func rawOffset(of offset: Int, isStart: Bool) -> Int {
    guard offset >= base else { return rawBase }
    let words = (offset - base) / 64
    guard words < starts.count else { return rawCount }
    var raw = rawBase
    for word in starts[..<words] { raw += word.nonzeroBitCount * 2 }
    let wordStart = base + words * 64
    raw += pairs.count { $0 < wordStart } * 2
    let rest = starts[words] & ((1 << UInt64(offset - wordStart)) - 1)
    let found = raw + rest.nonzeroBitCount * 2 + pairs.count { $0 >= wordStart && $0 < offset } * 2
    // What lies before the start of a record is not asked for again.
    if isStart, words > 0 {
      starts.removeFirst(words)
      pairs.removeAll { $0 < wordStart }
      (base, rawBase) = (wordStart, raw)
    }
    return found
  }

  private func decodeOn() throws(StreamError) {
    decoded.removeAll(keepingCapacity: true)
    given = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 15)
    var failure: StreamError?
    let count = buffer.withUnsafeMutableBytes { bytes -> Int in
      do throws(StreamError) { return try input.read(into: bytes) } catch {
        failure = error
        return 0
      }
    }
    if let failure { throw failure }
    for byte in buffer[..<count] {
      guard let first = half else {
        half = byte
        continue
      }
      half = nil
      take(isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first))
    }
    guard count == 0 else { return }
    isAtEnd = true
    if high != nil { addBroken(rawBytes: 2) }
    if half != nil { addBroken(rawBytes: 1) }
    rawCount = max(rawCount, input.offset)
  }

  private func take(_ unit: UInt16) {
    if isAtStart {
      isAtStart = false
      if unit == 0xFEFF {
        rawBase = 2
        rawCount = 2
        return
      }
    }
    if let first = high {
      high = nil
      if unit & 0xFC00 == 0xDC00 {
        let value = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(unit & 0x3FF))
        pairs.append(decodedCount)
        return add(Unicode.Scalar(value) ?? "\u{FFFD}", rawBytes: 4)
      }
      addBroken(rawBytes: 2)
    }
    if unit & 0xFC00 == 0xD800 {
      high = unit
    } else if let scalar = Unicode.Scalar(unit) {
      add(scalar, rawBytes: 2)
    } else {
      addBroken(rawBytes: 2)
    }
  }

  private func addBroken(rawBytes: Int) {
    broken.append((decodedCount, rawCount))
    add("\u{FFFD}", rawBytes: rawBytes)
  }

  private func add(_ scalar: Unicode.Scalar, rawBytes: Int) {
    let place = decodedCount - base
    while starts.count <= (place + 3) / 64 { starts.append(0) }
    starts[place / 64] |= 1 << UInt64(place % 64)
    let bytes = UTF8.encode(scalar) ?? .init()
    decoded.append(contentsOf: bytes)
    decodedCount += bytes.count
    rawCount += rawBytes
  }
}
