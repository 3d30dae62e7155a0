/// How rows are written.
public enum TableFormat: String, Sendable, CaseIterable {
  case table, csv, json, jsonl, markdown
}
