import Lexing
import Model
import Rules

/// Where a phrase behind a number ends and what is said of it begins.
extension SubjectReader {
  /// `hai khu này có tổng kinh phí …`, `40 hộ đều …`, `4 cổ đông là Công ty …`: words that no longer
  /// tell which ones are counted.
  func asserts(_ index: Int, _ quantity: Quantity, after unitEnd: Int) -> Bool {
    let id = scan.id(index)
    if id == scan.words.this { return true }
    if scan.words.assertions.contains(id) { return isAdverb(index) }
    // 2 bệnh nhân trên đều khỏi bệnh.
    if id == scan.words.upon {
      return scan.words.assertions.contains(scan.id(index + 1))
        || scan.words.aspects.contains(scan.id(index + 1))
    }
    guard id == scan.words.being, isPredicate(index) else { return false }
    // 500 người là thành viên tells who they are; hai động lực chính là xuất khẩu và du lịch names each.
    if scan.words.placeLinks.contains(scan.id(index + 1)) { return true }
    return index + 1 < scan.count && scan.tokens[index + 1].isCapitalized
      || index > unitEnd && quantity.value <= ExactDecimal(10)
  }

  /// `giảm 560 xã Bộ Nội vụ cho biết`: who is cited behind a heading that has no mark at its end.
  func opensCitation(_ index: Int, after unitEnd: Int) -> Bool {
    let before = scan.id(index - 1)
    guard scan.isWord(index - 1), !scan.tokens[index - 1].isCapitalized,
      index == unitEnd
        || !scan.words.owners.contains(before) && !scan.words.districtKinds.contains(before),
      !scan.hits.hasStart(at: index, of: [.place, .district])
    else { return false }
    for position in index + 1..<min(index + 7, scan.count) {
      guard scan.isWord(position) else { return false }
      if opensReport(position) { return true }
    }
    return false
  }

  /// `ba nhà máy ở Củ Chi có công suất 2.000 tấn`: the measure right before the next number is that
  /// one's own.
  func opensMeasure(_ index: Int, of next: Int) -> Bool {
    guard next - index <= 8, isFigure(next) else { return false }
    let start = scan.words.havingVerbs.contains(scan.id(index)) ? index + 1 : index
    guard let hit = scan.hits.starting(at: start, .measured), namesMeasure(start) else {
      return false
    }
    var end = next
    if let qualifier = scan.hits.ending(at: next, .qualifier) { end = Int(qualifier.start) }
    return Int(hit.end) == end || start > index && Int(hit.end) < end
  }

  /// `8.100 hộ trong tổng số 8.200`: words before the next number that lead on to it.
  func leadsOn(_ index: Int, since start: Int) -> Bool {
    let id = scan.id(index)
    return (id == scan.words.number || scan.words.countingWords.contains(id))
      && (max(start, index - 2)..<index).contains { scan.id($0) == scan.words.among }
  }
}
