import Tables

/// What stands above, between and below the paragraphs of an article and says when and by whom it
/// was published, who wrote it, and what a picture shows: the rows of `Pipelines/rules/headers.csv`.
///
/// Its columns: `words`, `role` (one of ``roles``), `value` (the outlet's name), `note`.
public struct HeaderRules: Sendable, Hashable {
  /// What stands before a date of publication, in lower case.
  private(set) var labels: [String] = []
  /// The days of the week, in lower case.
  private(set) var weekdays: [String] = []
  /// What outlets call themselves before the first sentence, with their names.
  private(set) var outlets: [[UInt8]: String] = [:]

  /// What stands before an author, in lower case.
  private(set) var bylines: [String] = []
  /// What stands for an author, in lower case: `pv`.
  private(set) var authors: Set<String> = []
  /// Names that stand below an article and are nobody's, in lower case.
  private(set) var nobodies: Set<String> = []
  /// What captions begin with, or the credit at their end.
  var captions: [[UInt8]] { captionsByStart.flatMap { $0 } }
  /// The same by their first byte; empty where there are none at all.
  private(set) var captionsByStart: [[[UInt8]]] = []

  static let roles = "label, weekday, outlet, byline, author, nobody or caption"

  /// Whether parts of a text are looked for at all.
  var knowsParts: Bool { !captionsByStart.isEmpty || !bylines.isEmpty }

  /// No rules: a date is then known by its time alone.
  public init() {}

  init(_ table: Table) throws(TableError) {
    for row in table.rows {
      let words = row["words"]
      guard !words.isEmpty else { throw row.error("words", "is empty; write what is looked for") }
      switch row["role"] {
      case "label": labels.append(words.lowercased())
      case "weekday": weekdays.append(words.lowercased())
      case "byline": bylines.append(words.lowercased())
      case "author": authors.insert(words.lowercased())
      case "nobody": nobodies.insert(words.lowercased())
      case "caption":
        if captionsByStart.isEmpty { captionsByStart = Array(repeating: [], count: 256) }
        let words = Array(words.utf8)
        captionsByStart[Int(words[0])].append(words)
      case "outlet":
        guard !row["value"].isEmpty else { throw row.error("value", "is empty; name the outlet") }
        outlets[Array(words.utf8)] = row["value"]
      default:
        throw row.error("role", "'\(row["role"])' is none; write \(Self.roles)")
      }
    }
    // Of labels that end alike the longest.
    labels.sort { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    bylines.sort { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }
}
