import CLibCSV

/// Appends CSV (RFC 4180) to a byte array: LF line ends, quotes only where they are needed.
public struct CSVWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  private let delimiter: UInt8
  private let neutralizesFormulas: Bool
  private let quotesEmptyText: Bool
  private var fieldsInRow = 0
  private var isRowBare = true

  /// - Parameters:
  ///   - delimiter: What separates fields.
  ///   - neutralizesFormulas: Put `'` before text that a spreadsheet would run as a formula: what
  ///     starts with `=`, `+`, `-`, `@`, one of their full-width forms, a tab or a line break, and
  ///     is not a plain number; and before such a start behind a semicolon, tab or line break inside
  ///     a text, where a spreadsheet that takes that for the delimiter finds a cell's beginning.
  ///   - quotesEmptyText: Write an empty text as two quotes, to tell it from ``emptyField()``.
  public init(
    delimiter: UInt8 = UInt8(ascii: ","), neutralizesFormulas: Bool = false,
    quotesEmptyText: Bool = false
  ) {
    self.delimiter = delimiter
    self.neutralizesFormulas = neutralizesFormulas
    self.quotesEmptyText = quotesEmptyText
  }

  /// Forgets what was written, and keeps the memory for what follows.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    fieldsInRow = 0
    isRowBare = true
  }

  /// Writes a whole row.
  public mutating func row(_ fields: [String]) {
    for text in fields { field(text) }
    endRow()
  }

  public mutating func field(_ text: String) {
    var copy = text
    copy.withUTF8 { field($0) }
  }

  public mutating func field(_ text: UnsafeBufferPointer<UInt8>) {
    beginField()
    if text.isEmpty {
      // libcsv writes nothing for what has no address.
      if quotesEmptyText { "\"\"".utf8.withContiguousStorageIfAvailable { append($0) } }
    } else if neutralizesFormulas, !Self.isNumber(text[...]) {
      guarded(text).withUnsafeBufferPointer { needsQuotes($0) ? appendQuoted($0) : append($0) }
    } else if needsQuotes(text) {
      appendQuoted(text)
    } else {
      append(text)
    }
  }

  /// A field with nothing in it: no text at all, not even an empty one.
  public mutating func emptyField() { beginField() }

  /// A field that is a number or the like: nothing in it is to be quoted or neutralized.
  public mutating func plainField(_ text: String) {
    beginField()
    var copy = text
    copy.withUTF8 { append($0) }
  }

  private mutating func beginField() {
    if fieldsInRow > 0 { bytes.append(delimiter) }
    fieldsInRow += 1
  }

  public mutating func endRow() {
    // A lone empty field would read back as a blank line.
    if fieldsInRow == 1, isRowBare { bytes.append(contentsOf: "\"\"".utf8) }
    bytes.append(UInt8(CSV_LF))
    fieldsInRow = 0
    isRowBare = true
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    if !text.isEmpty { isRowBare = false }
    bytes.append(contentsOf: text)
  }

  private mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    isRowBare = false
    // Each byte can double, and two quotes go around.
    let capacity = text.count * 2 + 2
    let quoted = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count = csv_write2(
        buffer.baseAddress, capacity, text.baseAddress, text.count, UInt8(CSV_QUOTE))
    }
    bytes.append(contentsOf: quoted)
  }

  /// Spaces at the ends are quoted too: other readers trim them.
  private func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    if Self.isBlank(first) || Self.isBlank(last) { return true }
    return text.contains { byte in
      byte == delimiter || byte == UInt8(CSV_QUOTE) || byte == UInt8(CSV_LF)
        || byte == UInt8(CSV_CR)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(CSV_SPACE) || byte == UInt8(CSV_TAB)
  }

  /// With a `'` before everything that would begin a formula.
  private func guarded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var guarded: [UInt8] = []
    var isStart = true
    for index in text.indices {
      let rest = text[index...]
      if isStart, Self.startsFormula(rest) || index == 0 && Self.isBreak(text[index]) {
        guarded.append(UInt8(ascii: "'"))
      }
      guarded.append(text[index])
      isStart = text[index] == UInt8(ascii: ";") || Self.isBreak(text[index])
    }
    return guarded
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(CSV_TAB) || byte == UInt8(CSV_CR) || byte == UInt8(CSV_LF)
  }

  private static func startsFormula(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    switch text.first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
    // ＝ ＠ ＋ －
    case 0xEF: fullWidthStarts.contains { text.starts(with: $0) }
    default: false
    }
  }

  private static let fullWidthStarts = ["＝", "＠", "＋", "－"].map { Array($0.utf8) }

  /// Digits, with at most one point or comma between them, and a sign before them.
  private static func isNumber(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let isSigned = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+")
    let digits = isSigned ? text.dropFirst() : text
    let parts = digits.split(omittingEmptySubsequences: false) { byte in
      byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
    }
    return parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      }
  }
}
