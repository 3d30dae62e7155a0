import Model

/// The worst that is known of each figure of a reading, or of a stretch of one.
struct FigureVerdicts {
  private let figures: [Figure]
  /// The place of the first of them in the whole reading.
  private let first: Int
  /// The figures of the whole reading that are members of a relation that does not hold.
  private let contradicted: Set<Int>

  init(_ figures: [Figure], from first: Int = 0, contradicted: Set<Int>) {
    self.figures = figures
    self.first = first
    self.contradicted = contradicted
  }

  /// The figures that relations contradict.
  static func contradicted(by relations: [Relation]) -> Set<Int> {
    let broken = relations.filter { $0.verdict == .broken }
    return Set(broken.flatMap { $0.members.map(\.figure) })
  }

  /// Of the figure at a place among ``figures``; `broken` is worse than any single verdict, since
  /// the text then contradicts itself.
  subscript(index: Int) -> String {
    if contradicted.contains(first + index) { return "broken" }
    let verdicts = figures[index].verdicts
    guard !verdicts.isEmpty else { return "ok" }
    let worst = Severity.allCases.first { severity in
      verdicts.contains { $0.severity == severity }
    }
    return worst?.rawValue ?? "ok"
  }

  /// Those that a reader should look at twice, by their places in the whole reading.
  var doubtful: [Int] {
    figures.indices.filter { !["ok", "info"].contains(self[$0]) }.map { first + $0 }
  }
}
