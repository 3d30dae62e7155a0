import Model

/// What reading raw files gives, one after the other.
public enum IngestItem: Sendable, Hashable {
  case document(Document)
  /// Something that was refused. Those of the rules `ingest:date` and `ingest:field` are about a
  /// document that was given all the same, without the metadata in question.
  case rejection(Rejection)
}

extension IngestItem {
  /// - Parameters:
  ///   - document: The document's id, or the path of the file that gave none.
  ///   - rule: The rule's name without the `ingest:` before it.
  static func refused(_ document: String, _ rule: String, _ reason: String) -> IngestItem {
    .rejection(
      Rejection(document: document, stage: .ingest, rule: "ingest:\(rule)", reason: reason))
  }
}
