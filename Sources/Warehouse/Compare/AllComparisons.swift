/// What comparing all figures finds, as long as memory can hold it.
///
/// All figures are compared once, after a first run, by another thread than the one that writes.
public struct AllComparisons: Sendable {
  /// So many are kept: some 200 bytes each.
  private static let most = 100_000

  private struct TooMany: Error {}

  private(set) var found: [FoundComparison] = []

  /// Nil when there are too many.
  init?(path: String) throws {
    let connection = try Connection(path: path, mode: .readOnly)
    do {
      try connection.sortingInFiles {
        try FigureComparer(connection).compare(ComparisonSQL.all) {
          guard found.count < Self.most else { throw TooMany() }
          found.append($0)
        }
      }
    } catch is TooMany {
      return nil
    }
  }
}
