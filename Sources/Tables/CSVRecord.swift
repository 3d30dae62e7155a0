import Glibc
import Model

/// One record of a CSV text: its fields as bytes, unquoted, in the order of the columns.
public struct CSVRecord: Sendable, Hashable {
  /// The line on which the record starts, counted from 1; line ends within quotes count.
  public var line: Int
  /// The offset of the record's first byte in the input.
  public var byteOffset: Int
  /// The offset behind its last byte, its line end included.
  public var byteEnd = 0
  /// The fields, one after the other.
  var bytes: [UInt8]
  /// Where each field ends in ``bytes``.
  var ends: [Int]

  /// The number of fields.
  public var count: Int { ends.count }

  /// The bytes of the field at `index`, counted from 0.
  public subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// True where each field is valid UTF-8 and none holds a NUL.
  var isText: Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard UTF8Check.firstInvalid(in: bytes) == nil else { return false }
      // All is valid; a field is not where a character goes over its end.
      for end in ends where end < bytes.count && bytes[end] & 0xC0 == 0x80 { return false }
      return bytes.isEmpty || memchr(bytes.baseAddress!, 0, bytes.count) == nil
    }
  }

  /// The field at `index` as text; nil when it is not valid UTF-8.
  public func text(at index: Int) -> String? {
    let start = index == 0 ? 0 : ends[index - 1]
    return bytes.withUnsafeBufferPointer { all in
      let field = UnsafeBufferPointer(rebasing: all[start..<ends[index]])
      // Repaired and then compared: that is fast where it is valid, which it nearly always is.
      var text = String(decoding: field, as: UTF8.self)
      let isValid = text.withUTF8 { decoded in
        guard let own = decoded.baseAddress, let given = field.baseAddress else {
          return decoded.count == field.count
        }
        return decoded.count == field.count && memcmp(own, given, field.count) == 0
      }
      return isValid ? text : nil
    }
  }
}

/// A record that could not be read.
public struct CSVProblem: Error, Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// A quote within an unquoted field, or text after a closing quote.
    case strayQuote
    /// The text ends within quotes.
    case unterminatedQuote
    /// A carriage return alone ends a line.
    case loneCarriageReturn
    /// An empty line between records.
    case blankLine
    /// A record with more bytes than allowed.
    case tooLong(limit: Int)
    /// No memory for a field.
    case outOfMemory
  }

  public var kind: Kind
  /// The line on which the record starts, counted from 1.
  public var line: Int
  /// The offset of the record's first byte in the input.
  public var byteOffset: Int
  /// The field it is about, counted from 1.
  public var column: Int
  /// The last line of what is passed over, which is more than one line where a quote was open.
  public var lastLine = 0

  /// What is wrong and what to do, in one line.
  public var message: String {
    guard lastLine > line else { return words }
    return "\(words); lines \(line) to \(lastLine) are passed over"
  }

  private var words: String {
    switch kind {
    case .strayQuote:
      "a quote stands inside a field; put the whole field in quotes and double each quote in it"
    case .unterminatedQuote: "a quote is opened and never closed; close it"
    case .loneCarriageReturn:
      "a carriage return without a line feed ends a line; convert the line ends to LF or CR LF"
    case .blankLine: "the line is blank; remove it"
    case .tooLong(let limit):
      "the record has more than \(limit) bytes; look for an unclosed quote, or split it"
    case .outOfMemory: "no memory left for the field; split it"
    }
  }
}

/// What a ``CSVReader`` comes across.
public enum CSVEvent: Sendable, Hashable {
  case record(CSVRecord)
  case problem(CSVProblem)
}
