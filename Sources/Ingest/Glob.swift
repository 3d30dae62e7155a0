import Glibc

/// A pattern for paths: `*.html`, `2024/*.jsonl.gz`.
struct Glob {
  private let pattern: String
  private let folders: [String]

  /// - Parameter folders: What a pattern with a `/` is compared below.
  init(_ pattern: String, below folders: [String]) {
    self.pattern = pattern
    self.folders = folders.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
  }

  func matches(_ path: String) -> Bool {
    guard pattern.utf8.contains(UInt8(ascii: "/")) else {
      return fnmatch(pattern, String(path.split(separator: "/").last ?? ""), 0) == 0
    }
    return folders.contains { folder in
      path.hasPrefix(folder) && fnmatch(pattern, String(path.dropFirst(folder.count)), 0) == 0
    }
  }
}
