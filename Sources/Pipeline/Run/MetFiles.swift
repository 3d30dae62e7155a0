import Warehouse

/// The files that came up in a run.
///
/// Of those that the warehouse knows a few bytes are kept, by their place among them; of the others
/// what stands for the path.
struct MetFiles {
  /// A file by its path.
  struct File {
    var path: String
    /// Its place among the files that the warehouse knows; nil for another one.
    var index: Int?
  }

  static let unmet: Int32 = -2
  /// It came up, and what it holds is among the claims.
  static let isRead: Int32 = -1

  private let recorded: KnownFiles
  private var states: [Int32]
  private var others: [FileName: Int32] = [:]
  /// Where the next file stands when it follows the one before.
  private var guess = 0

  init(recorded: KnownFiles) {
    self.recorded = recorded
    states = [Int32](repeating: Self.unmet, count: recorded.count)
  }

  mutating func file(_ path: String) -> File {
    File(path: path, index: recorded.index(of: path, guess: &guess))
  }

  /// How a file stands: ``unmet``, ``isRead``, or, when it was skipped and its documents are not among
  /// the claims, by which of the options it is read.
  subscript(file: File) -> Int32 {
    get { file.index.map { states[$0] } ?? others[FileName(file.path)] ?? Self.unmet }
    set {
      if let index = file.index {
        states[index] = newValue
      } else {
        others[FileName(file.path)] = newValue
      }
    }
  }

  /// The files that the warehouse knows and that did not come up, in the order of their paths.
  func unmetRecorded() -> [String] {
    states.indices.filter { states[$0] == Self.unmet }.map { recorded.path(at: $0) }
  }
}

/// What stands for the path of a file where many are kept: 128 bits that nobody can foretell.
private struct FileName: Hashable {
  private let high: Int
  private let low: Int

  init(_ path: String) {
    var path = path
    (high, low) = path.withUTF8 { path in
      var (one, other) = (Hasher(), Hasher())
      // So that the two differ.
      other.combine(path.count)
      one.combine(bytes: UnsafeRawBufferPointer(path))
      other.combine(bytes: UnsafeRawBufferPointer(path))
      return (one.finalize(), other.finalize())
    }
  }

  // They are spread well already.
  func hash(into hasher: inout Hasher) { hasher.combine(low) }
}
