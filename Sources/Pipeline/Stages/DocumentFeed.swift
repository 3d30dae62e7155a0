import Ingest
import Model

/// Documents and rejections on their way to the workers, in the order of the input.
struct DocumentBatch: Sendable {
  static let bytes = 512 << 10
  static let count = 256

  var items: [IngestItem] = []
  var textBytes = 0

  var isFull: Bool { textBytes >= Self.bytes || items.count >= Self.count }
}

/// Reads raw files into batches.
struct DocumentFeed: Sendable {
  private struct Stopped: Error {}

  /// Files and folders; `-` is the standard input as JSON Lines.
  var paths: [String]
  var options = IngestOptions()

  func feed(_ put: (DocumentBatch) -> Bool) {
    var batch = DocumentBatch()
    do throws(Stopped) {
      try RawFiles.read(paths: paths, options: options) { (item) throws(Stopped) in
        batch.items.append(item)
        if case .document(let document) = item { batch.textBytes += document.text.count }
        guard batch.isFull else { return }
        guard put(batch) else { throw Stopped() }
        batch = DocumentBatch()
      }
    } catch { return }
    if !batch.items.isEmpty { _ = put(batch) }
  }
}
