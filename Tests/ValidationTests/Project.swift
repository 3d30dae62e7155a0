import Extraction
import Model
import Rules
import Tables
import Testing

@testable import Validation

/// The project's rules and examples, and its stages put together.
enum Project {
  static let root = String(#filePath.dropLast("/Tests/ValidationTests/Project.swift".count))
  static let rules = Result { try RuleSet(folder: root + "/Pipelines/rules") }

  static func examples(_ name: String, _ columns: [String]) throws -> [TableRow] {
    Array(
      try Table.read(
        path: "\(root)/Pipelines/examples/validation/\(name).csv", columns: columns,
        optional: ["note"]
      ).rows)
  }

  static func extracted(_ text: String) throws -> DocumentReading {
    Extractor(rules: try rules.get()).read(Document(id: "text", text: Array(text.utf8)))
  }

  static func validated(_ text: String) throws -> DocumentReading {
    Validator(rules: try rules.get()).validate(try extracted(text))
  }

  /// A figure that no text holds.
  static func figure(
    _ kind: FigureKind, _ value: String, at byte: Int = 0, of whole: String? = nil,
    upper: String? = nil, precision: Int = 0, unit: String? = nil, change: Change? = nil
  ) -> Figure {
    Figure(
      document: "text",
      span: Span(charStart: byte, charEnd: byte + 1, byteStart: byte, byteEnd: byte + 1),
      quote: value, kind: kind, value: ExactDecimal(value)!,
      upper: upper.flatMap(ExactDecimal.init),
      of: whole.flatMap(ExactDecimal.init), precision: precision, unit: unit, change: change)
  }
}
