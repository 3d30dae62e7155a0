import Model

/// The worst that is known of each figure of a reading.
struct FigureVerdicts {
  private let figures: [Figure]
  /// The figures that are members of a relation that does not hold.
  private let contradicted: Set<Int>

  init(_ reading: DocumentReading) {
    figures = reading.figures
    let broken = reading.relations.filter { $0.verdict == .broken }
    contradicted = Set(broken.flatMap { $0.members.map(\.figure) })
  }

  /// `broken` is worse than any single verdict, since the text then contradicts itself.
  subscript(index: Int) -> String {
    if contradicted.contains(index) { return "broken" }
    let verdicts = figures[index].verdicts
    guard !verdicts.isEmpty else { return "ok" }
    let worst = Severity.allCases.first { severity in
      verdicts.contains { $0.severity == severity }
    }
    return worst?.rawValue ?? "ok"
  }

  /// Those that a reader should look at twice.
  var doubtful: Int {
    figures.indices.count { !["ok", "info"].contains(self[$0]) }
  }
}
