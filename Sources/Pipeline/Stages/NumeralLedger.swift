import Model

/// Counts what became of the numerals of documents, and whether every digit lies in one.
public struct NumeralLedger: Sendable {
  public private(set) var documents = 0
  public private(set) var counts: [Disposition: Int] = [:]
  /// The digits of the texts.
  public private(set) var digits = 0
  /// Digits that lie in no numeral; the promise is that there are none.
  public private(set) var uncovered = 0
  /// Digits that lie in more than one; likewise.
  public private(set) var doubled = 0

  public init() {}

  /// - Parameter bytes: The piece of the text that was read; the whole text without it.
  public mutating func add(_ reading: DocumentReading, of bytes: Range<Int>? = nil) {
    let text = reading.document.text
    let range = bytes ?? 0..<text.count
    if range.lowerBound == 0 { documents += 1 }
    var position = range.lowerBound
    for numeral in reading.numerals {
      counts[numeral.disposition, default: 0] += 1
      let span = numeral.span
      uncovered += digits(in: text, from: position, to: span.byteStart)
      doubled += digits(in: text, from: span.byteStart, to: min(position, span.byteEnd))
      digits += digits(in: text, from: max(position, span.byteStart), to: span.byteEnd)
      position = max(position, span.byteEnd)
    }
    let rest = digits(in: text, from: position, to: range.upperBound)
    uncovered += rest
  }

  public static func += (left: inout NumeralLedger, right: NumeralLedger) {
    left.documents += right.documents
    for (disposition, count) in right.counts { left.counts[disposition, default: 0] += count }
    left.digits += right.digits
    left.uncovered += right.uncovered
    left.doubled += right.doubled
  }

  private func digits(in text: [UInt8], from start: Int, to end: Int) -> Int {
    guard start < end else { return 0 }
    return text[start..<end].count { $0 &- 0x30 < 10 }
  }

  /// One line a count, for people.
  public var description: String {
    var lines = ["documents\t\(documents)"]
    for disposition in Disposition.allCases {
      lines.append("\(disposition.rawValue)\t\(counts[disposition] ?? 0)")
    }
    lines.append("digits\t\(digits + uncovered)")
    lines.append("uncovered\t\(uncovered)")
    lines.append("in two numerals\t\(doubled)")
    return lines.joined(separator: "\n") + "\n"
  }
}
