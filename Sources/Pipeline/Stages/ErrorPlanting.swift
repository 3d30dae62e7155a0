import Ingest
import Model
import Rules
import Validation

/// How many planted errors validation notices: a measurement that can be made again at will.
public enum ErrorPlanting {
  /// Plants errors in copies of the documents below `paths`; the files stay as they are.
  ///
  /// Throws ``PipelineError`` when there is no document.
  public static func run(
    rules: RuleSet, paths: [String], seed: UInt64, count: Int
  ) throws(PipelineError) -> PlantedErrors.Report {
    var documents: [Document] = []
    var refused: [String] = []
    RawFiles.read(paths: paths) { item in
      switch item {
      case .document(let document): documents.append(document)
      case .rejection(let rejection): refused.append(rejection.reason)
      }
    }
    for reason in refused { Words.logger.warning("\(reason)") }
    guard !documents.isEmpty else {
      throw PipelineError("no article in \(paths.joined(separator: ", ")); name files or folders")
    }
    let stages = Stages(rules: rules)
    return PlantedErrors(rules: rules, seed: seed, count: count)
      .run(on: documents) { stages.extract($0) }
  }

  /// The table that people read.
  public static func text(_ report: PlantedErrors.Report) -> String {
    let header = [
      "error", "planted", "flagged", "by rules", "by arithmetic", "unconfirmed", "missed",
    ]
    var rows = PlantedErrors.Kind.allCases.compactMap { kind in
      report.tallies[kind].map { cells(kind.rawValue, $0) }
    }
    rows.append(cells("all", report.total))
    let widths = header.indices.map { column in
      ([header] + rows).map { $0[column].count }.max() ?? 0
    }
    let lines = ([header] + rows).map { row in
      row.enumerated().map { column, cell in
        let pad = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + pad : pad + cell
      }.joined(separator: "  ")
    }
    let wrong =
      "\(report.wronglyFlagged) of \(report.correct) correct figures are flagged "
      + "(\(Numbers.percent(report.wrongShare)); the limit is 1 in 200)"
    return (lines + [wrong]).map { "\($0)\n" }.joined()
  }

  private static func cells(_ name: String, _ tally: PlantedErrors.Tally) -> [String] {
    let missed = tally.planted - tally.flagged - tally.unconfirmed
    return [
      name, "\(tally.planted)", "\(tally.flagged)", "\(tally.flaggedByRules)",
      "\(tally.flaggedByArithmetic)", "\(tally.unconfirmed)", "\(missed)",
    ]
  }
}

extension PlantedErrors.Report {
  /// The share of the correct figures that are flagged.
  var wrongShare: Double { correct == 0 ? 0 : Double(wronglyFlagged) / Double(correct) }

  /// Whether fewer than one in two hundred correct figures is flagged.
  public var isWithinLimit: Bool { wronglyFlagged * 200 < max(correct, 1) }
}
