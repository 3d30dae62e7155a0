/// Appends JSON to a byte array, without white space.
///
/// Commas are set by the writer; that objects and arrays are closed, and that keys stand in objects
/// only, is up to the caller.
public struct JSONWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8]
  /// True where the next key or element follows another one.
  private var needsComma = false

  /// - Parameter capacity: The number of bytes to set aside beforehand.
  public init(reservingCapacity capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Forgets what was written, and keeps the memory for the next value.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Forgets what was written, in the midst of a value: it was handed on.
  public mutating func removeWritten() { bytes.removeAll(keepingCapacity: true) }

  public mutating func beginObject() { open(UInt8(ascii: "{")) }
  public mutating func endObject() { close(UInt8(ascii: "}")) }
  public mutating func beginArray() { open(UInt8(ascii: "[")) }
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Ends a line of JSON Lines.
  public mutating func newline() {
    bytes.append(0x0A)
    needsComma = false
  }

  /// A member's key; its value must follow.
  ///
  /// - Parameter name: Has no quotes, backslashes and control characters.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(JSONBytes.quote)
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(JSONBytes.quote)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A member's key that is not known beforehand.
  public mutating func key(named name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  public mutating func null() { literal("null") }
  public mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  public mutating func int(_ value: Int) {
    separate()
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    DecimalDigits.append(UInt64(value.magnitude), to: &bytes)
    needsComma = true
  }

  /// A floating-point number in its shortest exact form; `null` for one that JSON cannot hold.
  public mutating func real(_ value: Double) { literal(value.isFinite ? "\(value)" : "null") }

  /// A number as a JSON string, as the contract has it for exact decimals: `"1234.5"`.
  public mutating func decimalText(_ value: ExactDecimal) {
    separate()
    bytes.append(JSONBytes.quote)
    value.append(to: &bytes)
    bytes.append(JSONBytes.quote)
    needsComma = true
  }

  public mutating func string(_ text: String) {
    var copy = text
    copy.withUTF8 { string($0) }
  }

  /// - Parameter text: Valid UTF-8; it is not checked here.
  public mutating func string(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { string($0) }
  }

  /// - Parameter text: Valid UTF-8; it is not checked here.
  public mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
    separate()
    bytes.append(JSONBytes.quote)
    if let base = text.baseAddress { appendEscaped(base, count: text.count) }
    bytes.append(JSONBytes.quote)
    needsComma = true
  }

  /// A string whose text comes in pieces, by ``addToString(_:)`` and ``endString()``.
  public mutating func beginString() {
    separate()
    bytes.append(JSONBytes.quote)
  }

  /// - Parameter text: Valid UTF-8, but for its ends; it is not checked here.
  public mutating func addToString(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer {
      if let base = $0.baseAddress { appendEscaped(base, count: $0.count) }
    }
  }

  public mutating func endString() {
    bytes.append(JSONBytes.quote)
    needsComma = true
  }

  private mutating func appendEscaped(_ base: UnsafePointer<UInt8>, count: Int) {
    var start = 0
    while start < count {
      let stop = JSONBytes.endOfPlainRun(base, from: start, count: count)
      bytes.append(contentsOf: UnsafeBufferPointer(start: base + start, count: stop - start))
      guard stop < count else { return }
      appendEscape(base[stop])
      start = stop + 1
    }
  }

  private mutating func appendEscape(_ byte: UInt8) {
    bytes.append(JSONBytes.backslash)
    switch byte {
    case JSONBytes.quote, JSONBytes.backslash: bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(UInt8(ascii: "0") + byte >> 4)
      bytes.append(Self.hexDigits[Int(byte & 0xF)])
    }
  }

  private static let hexDigits = Array("0123456789abcdef".utf8)

  private mutating func literal(_ word: String) {
    separate()
    bytes.append(contentsOf: word.utf8)
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }
}
