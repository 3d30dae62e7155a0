import Ingest
import Rules
import Tables
import Threads

/// The tables that reading raw files and extracting need, read side by side.
public struct ReadingTables: Sendable {
  public let rules: RuleSet
  public let options: IngestOptions

  /// Reads the tables in `folder`: those of extraction, which is most, on this thread and a second
  /// one, those of ingest on another one besides, as a short run takes most of its time for them.
  ///
  /// Throws ``TableError`` with file, line and column.
  ///
  /// - Parameter isDigested: Whether the rules' digest will be asked for.
  public init(folder: String, isDigested: Bool = true) throws {
    let ingest = Beside(isLast: true) {
      Result { () throws(TableError) in try IngestOptions(rules: folder) }
    }
    rules = try RuleSet(folder: folder, isDigested: isDigested)
    options = try ingest.value().get()
  }
}
