/// A figure that is compared with others.
struct ComparedFigure {
  var version: Int
  var key: Int
  var value: Double
  /// Where it stands in the text of the version, in code points.
  var charStart: Int
  var charEnd: Int
  /// What its last digit and its qualifier leave open.
  var low: Double
  var high: Double
}

/// Figures of one quantity and one kind.
struct ComparedGroup {
  /// The ends of what the figures say.
  struct Bounds {
    /// The figures with the least and the greatest value, the first of each.
    var lowest: ComparedFigure
    var highest: ComparedFigure
    /// All agree when there is a number within the bounds of each: the highest low bound is not
    /// above the lowest high one.
    var low: Double
    var high: Double
  }

  let kind: FoundComparison.Kind
  /// One at least.
  var figures: [ComparedFigure]

  var isOfSeveralVersions: Bool {
    let first = figures[0].version
    return figures.contains { $0.version != first }
  }

  /// The versions that state them, each once.
  var versions: [Int] { Set(figures.map(\.version)).sorted() }

  var bounds: Bounds {
    let first = figures[0]
    var bounds = Bounds(lowest: first, highest: first, low: first.low, high: first.high)
    for figure in figures.dropFirst() {
      if (figure.value, figure.key) < (bounds.lowest.value, bounds.lowest.key) {
        bounds.lowest = figure
      }
      if (-figure.value, figure.key) < (-bounds.highest.value, bounds.highest.key) {
        bounds.highest = figure
      }
      bounds.low = max(bounds.low, figure.low)
      bounds.high = min(bounds.high, figure.high)
    }
    return bounds
  }

  /// Whether one text states several values: it means several things by the same words, from 5 to 6.
  var isSplit: Bool {
    var voices: [Int: (low: Double, high: Double)] = [:]
    for figure in figures {
      let before = voices[figure.version] ?? (figure.low, figure.high)
      let voice = (low: max(before.low, figure.low), high: min(before.high, figure.high))
      if voice.low > voice.high { return true }
      voices[figure.version] = voice
    }
    return false
  }
}
