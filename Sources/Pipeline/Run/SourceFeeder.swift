import Model
import Warehouse

/// Gathers events into batches and hands them on.
final class SourceFeeder {
  /// Nothing more is wanted.
  struct Stopped: Error {}

  private let lookup: Warehouse?
  private let put: (SourceBatch) -> Bool
  private var batch = SourceBatch()
  private let clock = ContinuousClock()
  private var started: ContinuousClock.Instant

  init(lookup: Warehouse?, put: @escaping (SourceBatch) -> Bool) {
    self.lookup = lookup
    self.put = put
    started = clock.now
  }

  /// Whether the warehouse holds the document just so.
  func isKnown(_ document: Document, rulesDigest: String) -> Bool {
    guard let lookup, let stored = try? lookup.state(of: document.id) else { return false }
    return stored.state == DocumentState(of: document, rulesDigest: rulesDigest)
  }

  func add(_ event: SourceEvent) throws(Stopped) {
    batch.events.append(event)
    if case .document(let document, _, _) = event { batch.textBytes += document.text.count }
    if batch.textBytes >= SourceFeed.batchBytes || batch.events.count >= SourceFeed.batchEvents {
      try flush()
    }
  }

  /// Hands on what is there.
  func flush() throws(Stopped) {
    guard !batch.events.isEmpty else { return }
    batch.reading = clock.now - started
    guard put(batch) else { throw Stopped() }
    batch = SourceBatch()
    started = clock.now
  }
}
