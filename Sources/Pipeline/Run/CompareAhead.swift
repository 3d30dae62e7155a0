import Warehouse

/// Compares the figures of a first run on a thread of its own, while the indexes are made: both take
/// a while, and nothing else is left to do.
final class CompareAhead: @unchecked Sendable {
  private let crew = Crew()
  /// Read when the thread has ended.
  private var found: AllComparisons?

  /// Begins; nil where only some are to be compared, they cannot be read now, or there is no thread.
  ///
  /// Call it when all is stored. Throws `SQLiteError`.
  init?(_ warehouse: Warehouse) throws {
    guard try warehouse.comparesAll(), try warehouse.isReadBesideWriting() else { return nil }
    do {
      // Whoever cannot do it ahead leaves it to the writer, which tells what is wrong.
      try crew.start { [self, path = warehouse.path] in
        found = try? Warehouse.compareAll(in: path)
      }
    } catch {
      return nil
    }
  }

  /// Waits for the thread, and gives what was found; nil when it could not be found ahead.
  @discardableResult
  func finish() -> AllComparisons? {
    crew.join()
    return found
  }
}
