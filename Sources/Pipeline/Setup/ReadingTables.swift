import Ingest
import Rules
import Synchronization
import Tables

/// The tables that reading raw files and extracting need, read side by side.
public struct ReadingTables: Sendable {
  public let rules: RuleSet
  public let options: IngestOptions

  /// What the other thread leaves behind.
  private final class Box: Sendable {
    let options = Mutex<Result<IngestOptions, TableError>?>(nil)
  }

  /// Reads the tables in `folder`: those of extraction on this thread, those of ingest on another
  /// one, as a short run takes most of its time for them.
  ///
  /// Throws ``TableError`` with file, line and column, ``PipelineError`` without a thread.
  public init(folder: String) throws {
    let crew = Crew()
    let box = Box()
    try crew.start {
      let read: Result<IngestOptions, TableError>
      do throws(TableError) {
        read = .success(try IngestOptions(rules: folder))
      } catch {
        read = .failure(error)
      }
      box.options.withLock { $0 = read }
    }
    let rules = Result { try RuleSet(folder: folder) }
    crew.join()
    self.rules = try rules.get()
    guard let read = box.options.withLock({ $0 }) else {
      throw PipelineError("the tables of ingest were not read")
    }
    options = try read.get()
  }
}
