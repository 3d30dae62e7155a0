import Extraction
import Model
import Rules

/// An example that the rules do not meet.
public struct ExampleFailure: Sendable, CustomStringConvertible {
  /// Table and line.
  public let origin: String
  public let message: String

  public var description: String { "\(origin): \(message)" }
}

/// Reads examples with the rules and compares, both ways: what is expected must be found, and
/// nothing else may be.
public struct ExampleRunner {
  private let extractor: Extractor

  public init(rules: RuleSet) { extractor = Extractor(rules: rules) }

  /// What is wrong with the example; nothing when it is met.
  public func failures(of example: Example) -> [ExampleFailure] {
    let text = Array(example.text.utf8)
    let reading = extractor.read(
      Document(id: "example", text: text, published: example.published))
    var figures: [Span: Figure] = [:]
    for figure in reading.figures { figures[figure.span] = figure }
    var messages: [String] = []
    for index in 0..<max(example.expected.count, reading.numerals.count) {
      guard index < example.expected.count else {
        messages.append("unexpected \(Self.shown(reading.numerals[index], text, figures))")
        continue
      }
      guard index < reading.numerals.count else {
        messages.append("missing \(example.expected[index])")
        continue
      }
      let numeral = reading.numerals[index]
      if let message = Self.difference(example.expected[index], numeral, text, figures) {
        messages.append(message)
      }
    }
    return messages.map { ExampleFailure(origin: example.origin, message: "\($0) in '\(example.text)'") }
  }

  private static func quote(_ numeral: Numeral, _ text: [UInt8]) -> String {
    String(decoding: text[numeral.span.byteStart..<numeral.span.byteEnd], as: UTF8.self)
  }

  private static func shown(
    _ numeral: Numeral, _ text: [UInt8], _ figures: [Span: Figure]
  ) -> String {
    let quote = quote(numeral, text)
    guard let figure = figures[numeral.span] else {
      return "'\(quote) : \(numeral.disposition.rawValue)' (\(numeral.rule))"
    }
    return "'\(quote) = \(value(figure)) \(figure.unit ?? "-") {kind: \(figure.kind.rawValue)}'"
  }

  static func value(_ figure: Figure) -> String {
    if let upper = figure.upper { return "\(figure.value)..\(upper)" }
    if let whole = figure.of { return "\(figure.value) of \(whole)" }
    return figure.value.description
  }

  private static func difference(
    _ expected: Expectation, _ numeral: Numeral, _ text: [UInt8], _ figures: [Span: Figure]
  ) -> String? {
    let found = shown(numeral, text, figures)
    switch expected {
    case .other(let quote, let disposition):
      if quote != Self.quote(numeral, text) || disposition != numeral.disposition {
        return "expected '\(quote) : \(disposition.rawValue)', found \(found)"
      }
    case .figure(let quote, let value, let unit, let attributes):
      guard let figure = figures[numeral.span], quote == figure.quote,
        value == Self.value(figure), unit == figure.unit
      else { return "expected '\(quote) = \(value) \(unit ?? "-")', found \(found)" }
      for (name, wanted) in attributes.sorted(by: { $0.key < $1.key }) {
        let actual = attribute(name, of: figure)
        if actual != wanted { return "expected \(name) '\(wanted)', found '\(actual)' for \(found)" }
      }
    }
    return nil
  }

  /// The attribute by its contract name; `null` where there is none.
  static func attribute(_ name: String, of figure: Figure) -> String {
    let value: String? =
      switch name {
      case "kind": figure.kind.rawValue
      case "qualifier": figure.qualifier?.rawValue
      case "change": figure.change?.rawValue
      case "basis": figure.basis
      case "status": figure.status.rawValue
      case "period": figure.period
      case "place": figure.place
      case "subject": figure.subject
      case "source": figure.source
      case "indicator": figure.indicator
      case "precision": figure.precision.map(String.init)
      default: "no attribute is called \(name)"
      }
    return value ?? "null"
  }
}
