/// How rows are written.
public enum TableFormat: String, Sendable, CaseIterable {
  case table, csv, json, jsonl, markdown

  /// The format that the ending of a file's name stands for.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[dot...].lowercased() {
    case ".csv": self = .csv
    case ".json": self = .json
    case ".jsonl", ".ndjson": self = .jsonl
    case ".md", ".markdown": self = .markdown
    case ".txt": self = .table
    default: return nil
    }
  }
}
