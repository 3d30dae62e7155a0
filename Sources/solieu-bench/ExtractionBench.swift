import Extraction
import Model
import Rules
import Synchronization

/// Extraction alone, of documents that are in memory already.
struct ExtractionBench: Sendable {
  let rules: RuleSet
  let documents: [Document]

  /// As many documents as a worker of the pipeline takes at a time.
  private static let batchCount = 256

  /// The bytes of all texts, in megabytes.
  var megabytes: Double {
    Double(documents.reduce(0) { $0 + $1.text.count }) / 1_000_000
  }

  /// Reads all documents on this thread.
  func readAll() {
    let extractor = Extractor(rules: rules)
    var start = 0
    while start < documents.count {
      start = readBatch(from: start, by: extractor)
    }
  }

  /// Reads all documents by several workers.
  func readAll(workers: Int) async {
    let cursor = SharedCursor()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<workers {
        group.addTask {
          let extractor = Extractor(rules: rules)
          while let start = cursor.take(Self.batchCount, of: documents.count) {
            _ = readBatch(from: start, by: extractor)
          }
        }
      }
    }
  }

  /// Keeps the readings of a batch together, as the pipeline does, then drops them.
  private func readBatch(from start: Int, by extractor: Extractor) -> Int {
    let end = min(start + Self.batchCount, documents.count)
    var readings: [DocumentReading] = []
    readings.reserveCapacity(end - start)
    for document in documents[start..<end] { readings.append(extractor.read(document)) }
    return end
  }
}

/// Hands out the positions of a list piece by piece.
private final class SharedCursor: Sendable {
  private let next = Atomic<Int>(0)

  /// Where the next piece begins; nil at the end.
  func take(_ count: Int, of total: Int) -> Int? {
    let start = next.wrappingAdd(count, ordering: .relaxed).oldValue
    return start < total ? start : nil
  }
}
