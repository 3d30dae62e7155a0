/// Finds the values of a JSON file in the chunks that it is read in: the elements of one array, or
/// values one after the other.
///
/// It only balances brackets outside strings; whether a value is well-formed is for its reader. What
/// is neither an object nor an array counts as one value up to the next object, so that a broken
/// file does not give one for each of its words.
struct JSONFramer {
  /// A value as it stands in the file.
  struct Frame {
    /// Where it starts.
    var place: FilePlace
    /// Its number, counted from 1.
    var record: Int
    /// Its text.
    var bytes: [UInt8] = []
    /// True when the value has more bytes than allowed; they are left out.
    var isTooLong = false
  }

  /// True when the file is one array, and when that was closed.
  private(set) var isArray = false
  private(set) var isArrayClosed = false
  private(set) var records = 0

  private let limit: Int
  private var frame: Frame?
  private var depth = 0
  /// True while what is read is neither an object nor an array.
  private var isJunk = false
  private var isInString = false
  private var isEscaped = false
  private var hasStarted = false
  /// The place of the next byte.
  private(set) var place: FilePlace

  /// - Parameters:
  ///   - path: What messages call the file.
  ///   - limit: The most bytes that a value may have.
  init(path: String, limit: Int) {
    place = FilePlace(path: path)
    self.limit = limit
  }

  /// Takes the next chunk and gives each value that ends in it.
  mutating func read<Failure: Error>(
    _ chunk: UnsafeBufferPointer<UInt8>, _ body: (Frame) throws(Failure) -> Void
  ) throws(Failure) {
    var index = 0
    while index < chunk.count {
      if frame == nil, !begins(with: chunk[index]) {
        advance(chunk[index])
        index += 1
        continue
      }
      let start = index
      let isComplete = scanValue(chunk, &index)
      append(UnsafeBufferPointer(rebasing: chunk[start..<index]))
      if isComplete { try finish(body) }
    }
  }

  /// Gives the value that is being read: at its end, and at the end of the file.
  mutating func finish<Failure: Error>(
    _ body: (Frame) throws(Failure) -> Void
  ) throws(Failure) {
    guard let complete = frame else { return }
    frame = nil
    depth = 0
    isInString = false
    isEscaped = false
    try body(complete)
  }

  /// Whether a byte between values begins one; if so the frame is set up.
  private mutating func begins(with byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","): return false
    case 0xEF, 0xBB,
      0xBF where !hasStarted:
      return false
    case UInt8(ascii: "[") where !hasStarted:
      isArray = true
      hasStarted = true
      return false
    case UInt8(ascii: "]") where isArray && !isArrayClosed:
      isArrayClosed = true
      return false
    default:
      hasStarted = true
      records += 1
      isJunk = byte != UInt8(ascii: "{") && byte != UInt8(ascii: "[")
      frame = Frame(place: place, record: records)
      return true
    }
  }

  /// Moves `index` to the end of the value or of the chunk; true when the value is complete.
  private mutating func scanValue(_ chunk: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Bool {
    while index < chunk.count {
      let byte = chunk[index]
      if isJunk, endsJunk(byte) { return true }
      index += 1
      advance(byte)
      if isJunk { continue }
      if isInString {
        scanString(byte)
      } else if scanBracket(byte) {
        return true
      }
    }
    return false
  }

  private func endsJunk(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || (byte == UInt8(ascii: "]") && isArray && !isArrayClosed)
  }

  private mutating func scanString(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInString = false
    }
  }

  /// True when the byte closes the value.
  private mutating func scanBracket(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      return depth == 0
    default: break
    }
    return false
  }

  private mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    guard frame?.isTooLong == false else { return }
    frame?.bytes.append(contentsOf: piece)
    guard let count = frame?.bytes.count, count > limit else { return }
    frame?.isTooLong = true
    frame?.bytes = []
  }

  private mutating func advance(_ byte: UInt8) {
    place.offset += 1
    if byte == 0x0A {
      place.line += 1
      place.column = 1
    } else {
      place.column += 1
    }
  }
}
