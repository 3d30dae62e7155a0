import Extraction
import Ingest
import Model

/// Documents and rejections on their way to the workers, in the order of the input.
struct DocumentBatch: Sendable {
  static let bytes = 512 << 10
  static let count = 256

  var items: [IngestItem] = []
  var textBytes = 0

  /// The piece of its only document that is to be read; the whole without it.
  var piece: TextPiece?

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

extension DocumentBatch {
  /// The same with a document that has several pieces as so many batches of its own: none of them
  /// takes much memory, and several workers share it.
  func divided(_ put: (DocumentBatch) -> Bool) -> Bool {
    // A batch is full with such a document.
    guard case .document(let document) = items.last,
      document.text.count > TextPieces.longestPiece
    else { return put(self) }
    var before = self
    before.items.removeLast()
    before.textBytes -= document.text.count
    if !before.items.isEmpty, !put(before) { return false }
    for piece in TextPieces(document.text) {
      let batch = DocumentBatch(
        items: [.document(document)], textBytes: piece.bytes.count, piece: piece)
      if !put(batch) { return false }
    }
    return true
  }
}
