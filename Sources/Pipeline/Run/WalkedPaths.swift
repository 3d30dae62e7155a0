import Ingest
import Model
import Warehouse

/// Which paths a run has walked, and what it met there: tells which files are gone.
///
/// A file counts as gone only where that is sure: its source's path was read, and so was every
/// folder on the way; and the path gave some file, as a folder without any may be a disk that is
/// not mounted.
struct WalkedPaths {
  /// The sources' paths, with whether any file was met below.
  private var roots: [(path: String, isMet: Bool)] = []
  private var unreadable: [String] = []
  /// How many of the files that the warehouse knows were met: when all were, none is gone.
  var metRecorded = 0
  /// Files that could be skipped but hold documents that another file had first: should that one
  /// be gone, they are read.
  var postponed: [(reading: FileFeed, record: FileRecord, skipped: SourceFeed.Skipped)] = []

  mutating func begin(_ paths: [String]) { roots += paths.map { ($0, false) } }

  mutating func meet(_ path: String) {
    for index in roots.indices where !roots[index].isMet {
      roots[index].isMet = Self.holds(roots[index].path, path)
    }
  }

  mutating func refuse(_ rejection: Rejection) {
    if rejection.rule == "ingest:unreadable" { unreadable.append(rejection.document) }
  }

  /// Which of the files that did not come up in the walk are surely gone.
  func gone(among paths: [String]) -> [String] {
    let walked = roots.filter(\.isMet).map(\.path)
    return paths.filter { path in
      walked.contains { Self.holds($0, path) } && !unreadable.contains { Self.holds($0, path) }
    }
  }

  /// Whether a path is another one, or lies below it.
  private static func holds(_ folder: String, _ path: String) -> Bool {
    guard path.utf8.starts(with: folder.utf8) else { return false }
    let rest = path.utf8.dropFirst(folder.utf8.count)
    return rest.isEmpty || rest.first == UInt8(ascii: "/")
      || folder.utf8.last == UInt8(ascii: "/")
  }
}
