import Model
import Tables

/// A text with every numeral that it must give, in order; a row of `Pipelines/examples/*.csv`.
public struct Example: Sendable {
  /// The table and line that it stands in, for messages.
  public let origin: String
  public let text: String
  /// The article's date, ISO 8601, where the example needs one.
  public let published: String?
  public let expected: [Expectation]

  init(_ row: TableRow, path: String) throws(TableError) {
    origin = "\(path):\(row.line)"
    text = row["text"]
    published = row["published"].isEmpty ? nil : row["published"]
    guard !text.isEmpty else { throw row.error("text", "the text is missing") }
    var expected: [Expectation] = []
    for part in Self.parts(of: row["expected"]) {
      guard let expectation = Expectation(part) else {
        throw row.error(
          "expected",
          "'\(part)' is neither 'quote = value unit {attribute: value}' nor 'quote : disposition'")
      }
      expected.append(expectation)
    }
    self.expected = expected
  }

  /// Items stand between ` ; `; the empty field expects nothing at all.
  private static func parts(of field: String) -> [String] {
    if field.isEmpty { return [] }
    var parts: [String] = []
    var rest = Substring(field)
    while let range = rest.firstRange(of: " ; ") {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    parts.append(String(rest))
    return parts
  }
}

/// What one numeral of an example must be.
public enum Expectation: Sendable {
  case figure(quote: String, value: String, unit: String?, attributes: [String: String])
  case other(quote: String, disposition: Disposition)

  /// `7-10 phút = 7..10 min {kind: duration}`, `15/63 = 15 of 63 rank`, `6/2023 : time`.
  init?(_ text: String) {
    if let range = text.lastRange(of: " : "), !text.contains(" = ") {
      guard let disposition = Disposition(rawValue: String(text[range.upperBound...])) else {
        return nil
      }
      self = .other(quote: String(text[..<range.lowerBound]), disposition: disposition)
      return
    }
    guard let range = text.lastRange(of: " = ") else { return nil }
    let quote = String(text[..<range.lowerBound])
    var body = text[range.upperBound...]
    var attributes: [String: String] = [:]
    if let brace = body.firstIndex(of: "{") {
      guard body.last == "}" else { return nil }
      for pair in body[body.index(after: brace)...].dropLast().split(separator: "; ") {
        guard let colon = pair.firstRange(of: ": ") else { return nil }
        attributes[String(pair[..<colon.lowerBound])] = String(pair[colon.upperBound...])
      }
      body = body[..<brace]
    }
    let words = body.split(separator: " ")
    guard let first = words.first else { return nil }
    let hasWhole = words.count > 2 && words[1] == "of"
    let value = hasWhole ? "\(first) of \(words[2])" : String(first)
    let unit = words.dropFirst(hasWhole ? 3 : 1).joined(separator: " ")
    self = .figure(
      quote: quote, value: value, unit: unit.isEmpty || unit == "-" ? nil : unit,
      attributes: attributes)
  }
}

extension StringProtocol {
  func firstRange(of needle: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(needle) {
        return start..<index(start, offsetBy: needle.count)
      }
      start = index(after: start)
    }
    return nil
  }

  func lastRange(of needle: String) -> Range<Index>? {
    var found: Range<Index>?
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(needle) { found = start..<index(start, offsetBy: needle.count) }
      start = index(after: start)
    }
    return found
  }
}
