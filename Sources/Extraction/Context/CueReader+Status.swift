import Lexing
import Model
import Rules

/// Reads whether a figure was reached, is planned or is expected.
extension CueReader {
  /// The nearest status words before the number in its sentence, within their reach.
  func status(of quantity: Quantity, since start: Int) -> (Status, String)? {
    let first = quantity.range.lowerBound
    var position = first - 1
    // No status reaches further than this.
    let start = max(start, first - 80)
    guard scan.hits.hasStart(in: start..<max(start, first), .status) else { return nil }
    var skipped = 0
    while position >= start {
      if let range = contrasts.skipped(at: position, before: first) {
        skipped += position + 1 - range.lowerBound
        position = range.lowerBound - 1
        continue
      }
      if scan.isMark(position, Mark.semicolon) { return nil }
      if var hit = scan.hits.starting(at: position, .status), Int(hit.end) <= first,
        !scan.isPartOfProperName(position), !isPartOfWord(hit)
      {
        hit = scan.hits.ending(at: Int(hit.end), .status) ?? hit
        let row = scan.rules.statuses[Int(hit.row)]
        let distance = first - Int(hit.end) - skipped
        if row.status == .target, distance > 6, isPast(quantity) { return nil }
        if distance <= row.reach, distance <= 2 || !isObjectOfPercent(hit) {
          scan.trace?.note(.status, hit.range, row.label)
          return (row.status, row.label)
        }
      }
      position -= 1
    }
    return nil
  }

  /// Mưa vừa, doanh nghiệp vừa và nhỏ: no cue, but part of a longer word.
  private func isPartOfWord(_ hit: Hit) -> Bool {
    if let word = scan.hits.ending(at: Int(hit.end), .compound), word.start < hit.start {
      return true
    }
    return scan.hits.starting(at: Int(hit.start), .compound).map { $0.end > hit.end } ?? false
  }

  /// `hai đơn vị đã tổ chức`: done, whatever was planned before.
  private func isPast(_ quantity: Quantity) -> Bool {
    scan.id(quantity.range.upperBound) == scan.words.already
  }

  /// `đạt 16,97% kế hoạch`, `118% chỉ tiêu`: the plan is what is measured against.
  private func isObjectOfPercent(_ hit: Hit) -> Bool {
    scan.isMark(Int(hit.start) - 1, Mark.percent)
      || scan.hits.ending(at: Int(hit.start), .stopWord).map {
        scan.string($0.range) == "với" || scan.string($0.range) == "so"
      } ?? false
  }
}
