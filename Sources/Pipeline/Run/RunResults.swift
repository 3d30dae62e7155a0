import Model

/// A report as JSON: what `--results` writes, for machines.
public enum RunResults {
  /// Writes the file. Throws ``PipelineError``.
  public static func write(
    _ report: RunReport, exitCode: Int32, to path: String
  ) throws(PipelineError) {
    try writeFile(path, json(report, exitCode: exitCode))
  }

  static func json(_ report: RunReport, exitCode: Int32) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("metadata")
    metadata(report, &writer)
    writer.key("arguments")
    strings(report.arguments, &writer)
    writer.member("status", report.status.rawValue)
    writer.member("exit_code", Int(exitCode))
    writer.member("message", report.failure)
    writer.key("elapsed_seconds")
    writer.real(report.elapsed.seconds)
    stages(report, &writer)
    counts(report, &writer)
    rejections(report, &writer)
    thresholds(report, &writer)
    writer.endObject()
    writer.newline()
    return writer.bytes
  }

  private static func metadata(_ report: RunReport, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("program", Program.name)
    writer.member("version", Program.version)
    writer.member("run_id", report.run?.rawValue)
    writer.key("resumed")
    writer.bool(report.isResumed)
    writer.key("dry_run")
    writer.bool(report.isDryRun)
    writer.member("started", report.started)
    writer.member("finished", report.finished)
    writer.member("rules_digest", report.rulesDigest.isEmpty ? nil : report.rulesDigest)
    writer.member("warehouse", report.warehouse)
    writer.endObject()
  }

  private static func strings(_ texts: [String], _ writer: inout JSONWriter) {
    writer.beginArray()
    for text in texts { writer.string(text) }
    writer.endArray()
  }

  /// The time of each stage is summed over the workers, so that it can be more than the whole.
  private static func stages(_ report: RunReport, _ writer: inout JSONWriter) {
    let read =
      report.counts.documentsNew + report.counts.documentsChanged
      + report.counts.documentsReread + report.counts.documentsReturned
    let figures = report.figuresByKind.values.reduce(0, +)
    let rows: [(name: String, time: Duration, unit: String, count: Int)] = [
      ("ingest", report.times.ingest, "documents", report.documents),
      ("extract", report.times.extract, "figures", figures),
      ("validate", report.times.validate, "relations", report.relations.values.reduce(0, +)),
      ("load", report.times.load, "documents", read),
      ("index", report.times.index, "figures", report.counts.figuresAdded),
      ("compare", report.times.compare, "figures", report.counts.figuresAdded),
    ]
    writer.key("stages")
    writer.beginArray()
    for row in rows {
      writer.beginObject()
      writer.member("stage", row.name)
      writer.key("seconds")
      writer.real(row.time.seconds)
      writer.member(named: row.unit, row.count)
      writer.endObject()
    }
    writer.endArray()
  }

  private static func counts(_ report: RunReport, _ writer: inout JSONWriter) {
    let counts = report.counts
    let rows: [(String, Int)] = [
      ("files_seen", counts.filesSeen), ("documents_new", counts.documentsNew),
      ("documents_changed", counts.documentsChanged), ("documents_reread", counts.documentsReread),
      ("documents_unchanged", counts.documentsUnchanged),
      ("documents_unreadable", counts.documentsUnreadable),
      ("documents_withdrawn", counts.documentsWithdrawn),
      ("documents_returned", counts.documentsReturned), ("documents_copied", report.copies),
      ("figures_added", counts.figuresAdded), ("figures_superseded", counts.figuresSuperseded),
      ("rejections_added", counts.rejectionsAdded),
      ("rejections_resolved", counts.rejectionsResolved), ("text_bytes", report.textBytes),
    ]
    tally("counts", rows, &writer)
    if let comparisons = report.comparisons {
      tally(
        "comparisons",
        [
          ("corroborated", comparisons.corroborated), ("contradicted", comparisons.contradicted),
          ("series_jumps", comparisons.jumps),
        ], &writer)
    }
    tally(
      "figures_by_kind",
      FigureKind.allCases.compactMap { kind in
        report.figuresByKind[kind].map { (kind.rawValue, $0) }
      }, &writer)
    tally(
      "numerals_by_disposition",
      Disposition.allCases.compactMap { disposition in
        report.numerals[disposition].map { (disposition.rawValue, $0) }
      }, &writer)
    tally(
      "relations_by_verdict",
      RelationVerdict.allCases.compactMap { verdict in
        report.relations[verdict].map { (verdict.rawValue, $0) }
      }, &writer)
  }

  private static func tally(_ name: String, _ rows: [(String, Int)], _ writer: inout JSONWriter) {
    writer.key(named: name)
    writer.beginObject()
    for (name, count) in rows { writer.member(named: name, count) }
    writer.endObject()
  }

  private static func rejections(_ report: RunReport, _ writer: inout JSONWriter) {
    writer.key("rejections_by_rule")
    writer.beginArray()
    for entry in report.rejections.top() {
      writer.beginObject()
      writer.member("rule", entry.rule)
      writer.member("count", entry.count)
      writer.member("example", entry.example)
      writer.endObject()
    }
    writer.endArray()
    writer.key("failures")
    strings(report.unreadable, &writer)
  }

  private static func thresholds(_ report: RunReport, _ writer: inout JSONWriter) {
    writer.key("checks")
    writer.beginArray()
    for threshold in report.thresholds {
      writer.beginObject()
      writer.member("name", threshold.name)
      writer.member("status", threshold.isPassed ? "fail" : "pass")
      writer.key("limit")
      writer.real(threshold.limit)
      writer.key("value")
      if let value = threshold.value { writer.real(value) } else { writer.null() }
      writer.member("failures", threshold.isPassed ? max(1, threshold.failures.count) : 0)
      writer.member("message", threshold.message)
      writer.key("first_failures")
      strings(threshold.failures, &writer)
      writer.endObject()
    }
    writer.endArray()
  }
}
