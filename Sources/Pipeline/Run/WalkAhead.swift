import Ingest

/// Walks over the files of all sources on a thread of its own, ahead of whoever looks at them: while
/// the system is asked about files, what is known of them is read, and those before them are compared.
final class WalkAhead: @unchecked Sendable {
  private struct Stretch {
    var source: Int
    var entries: [SourceEntry]
  }

  /// How many entries are handed on at once, and how many of these stretches wait at most.
  private static let stretch = 512
  private static let limit = 64

  private let monitor = Monitor()
  private let crew = Crew()
  private var waiting: [Stretch] = []
  /// How many of those were taken.
  private var taken = 0
  private var isClosed = false
  private var isStopped = false

  /// Begins to walk. Throws ``PipelineError`` without a thread.
  init(_ sources: [PipelineFile.Source]) throws(PipelineError) {
    try crew.start { [self] in
      for (index, source) in sources.enumerated() { walk(source, index) }
      monitor.locked {
        isClosed = true
        monitor.wakeAll()
      }
    }
  }

  /// Ends the walk, wherever it is.
  func stop() {
    monitor.locked {
      isStopped = true
      monitor.wakeAll()
    }
    crew.join()
  }

  /// The next entries of a source, by its place among them; nil when it has no more. To be asked for
  /// one source after another.
  func next(of source: Int) -> [SourceEntry]? {
    monitor.locked {
      while taken == waiting.count, !isClosed, !isStopped { monitor.wait() }
      guard taken < waiting.count, waiting[taken].source == source else { return nil }
      let entries = waiting[taken].entries
      waiting[taken].entries = []
      taken += 1
      if taken == waiting.count || taken == Self.limit {
        waiting.removeFirst(taken)
        taken = 0
        monitor.wakeAll()
      }
      return entries
    }
  }

  private func walk(_ source: PipelineFile.Source, _ index: Int) {
    var entries: [SourceEntry] = []
    entries.reserveCapacity(Self.stretch)
    for entry in SourceWalker(paths: source.paths, globs: source.globs) {
      entries.append(entry)
      guard entries.count == Self.stretch else { continue }
      guard put(Stretch(source: index, entries: entries)) else { return }
      entries.removeAll(keepingCapacity: false)
      entries.reserveCapacity(Self.stretch)
    }
    if !entries.isEmpty { _ = put(Stretch(source: index, entries: entries)) }
  }

  /// False when nothing more is wanted.
  private func put(_ stretch: Stretch) -> Bool {
    monitor.locked {
      while waiting.count >= Self.limit, !isStopped { monitor.wait() }
      guard !isStopped else { return false }
      waiting.append(stretch)
      monitor.wakeAll()
      return true
    }
  }
}
