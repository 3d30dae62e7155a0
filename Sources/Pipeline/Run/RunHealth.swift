import Warehouse

/// What every run is held to besides the thresholds that compare its own counts.
struct RunHealth {
  let warehouse: Warehouse

  /// The name of the check that no digit of a text is lost.
  static let ledger = "ledger_balances"
  static let freshness = "fresh_within_days"

  /// Every digit of every text belongs to a numeral, in all documents and not only in those of the
  /// run. Throws `SQLiteError`.
  func ledger() throws -> ThresholdResult {
    let (count, first) = try warehouse.unbalancedDocuments(first: RunReport.reasonsShown)
    return ThresholdResult(
      name: Self.ledger, limit: 0, value: Double(count), isPassed: count > 0,
      failures: first.map { document, lost in
        "\(document): \(lost) of its numbers belong to no figure, time, reference or rejection"
      })
  }

  /// The newest document of each source is as new as the pipeline asks. Throws `SQLiteError`.
  ///
  /// - Parameter today: ISO 8601.
  func freshness(
    of sources: [PipelineFile.Source], today: String
  ) throws -> [ThresholdResult] {
    var results: [ThresholdResult] = []
    for source in sources {
      guard let limit = source.freshWithinDays else { continue }
      let age = try warehouse.daysSinceNewest(ofFiles: source.paths, today: today)
      results.append(
        ThresholdResult(
          name: "\(Self.freshness) of \(source.name)", limit: Double(limit),
          value: age.map(Double.init), isPassed: age.map { $0 > limit } ?? true))
    }
    return results
  }

  /// Each source holds as many documents as the pipeline expects.
  func expected(of counts: [SourceCounts]) -> [ThresholdResult] {
    var results: [ThresholdResult] = []
    for count in counts {
      let name = "expected_documents of \(count.source.name)"
      if let lowest = count.source.expected.lowest {
        results.append(
          ThresholdResult(
            name: "\(name), lowest", limit: Double(lowest), value: Double(count.documents),
            isPassed: count.documents < lowest))
      }
      if let highest = count.source.expected.highest {
        results.append(
          ThresholdResult(
            name: "\(name), highest", limit: Double(highest), value: Double(count.documents),
            isPassed: count.documents > highest))
      }
    }
    return results
  }
}
