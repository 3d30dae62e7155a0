import Lexing
import Rules

/// Whether a time is only what something is measured against.
extension PeriodReader {
  /// `so với cùng kỳ năm 2019`, `so với năm 2020`, `gấp 4 lần năm 2015`.
  static func isCompared(_ scan: Scan, _ index: Int) -> Bool {
    if isMultiplied(scan, index) || isEqualled(scan, index) { return true }
    for position in stride(from: index - 1, through: max(0, index - 14), by: -1) {
      let token = scan.tokens[position]
      if token.kind == .mark { return false }
      // So với tháng trước và 6 tháng đầu năm 2019: something else is measured.
      if token.id == scan.words.and, !isTimeWord(scan, position + 1) { return false }
      // So với tổng số lợn giống nhập khẩu năm 2019: nothing else may be said between.
      if index - position > 7,
        token.kind == .number || scan.words.levelVerbs.contains(token.id)
          || scan.words.joints.contains(token.id)
      {
        return token.id == scan.words.with && scan.id(position - 1) == scan.words.compared
      }
      if token.id == scan.words.compared { return true }
      // Thấp hơn cả CPI của năm 2018; not hơn 5 tỷ, cao hơn trong năm 2018.
      if token.id == scan.words.than, index - position <= 10, isCompared(scan, than: position) {
        return true
      }
      if token.id == scan.words.samePeriod, scan.id(position - 1) == scan.words.same {
        return true
      }
    }
    return false
  }

  /// A word is more or less, and a noun follows.
  private static func isCompared(_ scan: Scan, than index: Int) -> Bool {
    scan.isWord(index - 1) && scan.isWord(index + 1) && !isTimeWord(scan, index + 1)
      && scan.id(index + 1) != scan.words.among
  }

  /// `thưởng 6 triệu đồng, bằng năm 2019`: as much as in that year.
  private static func isEqualled(_ scan: Scan, _ index: Int) -> Bool {
    // Most years have no such word near.
    guard
      (max(0, index - 6)..<index).contains(where: {
        scan.id($0) == scan.words.equalling || scan.id($0) == scan.words.worth
      })
    else { return false }
    var start = index
    while let hit = scan.hits.ending(at: start, .timeCue) { start = Int(hit.start) }
    guard start < index else { return false }
    // Tương đương năm 2018; not tương đương 5% năm 2018.
    return scan.id(start - 1) == scan.words.equalling
      || scan.id(start - 1) == scan.words.worth && scan.id(start - 2) == scan.words.equal
  }

  /// A number, or a word that names a time: what a list of times goes on with.
  private static func isTimeWord(_ scan: Scan, _ index: Int) -> Bool {
    scan.isNumber(index) || scan.hits.hasStart(at: index, .timeCue)
  }

  /// `cùng kỳ năm 2016`, `cùng kỳ 2016`.
  static func isOfSamePeriod(_ scan: Scan, _ index: Int) -> Bool {
    let last = scan.id(index - 1) == scan.words.year ? index - 2 : index - 1
    return scan.id(last) == scan.words.samePeriod && scan.id(last - 1) == scan.words.same
  }

  /// `gấp 4 lần giai đoạn 2011-2015`, `gấp đôi năm 2015`, `cao hơn năm 2015`.
  private static func isMultiplied(_ scan: Scan, _ index: Int) -> Bool {
    guard
      (max(0, index - 5)..<index).contains(where: {
        let id = scan.id($0)
        return id == scan.words.timesWord || id == scan.words.doubled || id == scan.words.than
      })
    else { return false }
    var start = index
    while let hit = scan.hits.ending(at: start, .timeCue) { start = Int(hit.start) }
    guard start < index else { return false }
    let id = scan.id(start - 1)
    if id == scan.words.timesWord {
      return scan.isNumber(start - 2)
        && (max(0, start - 5)..<start).contains {
          scan.id($0) == scan.words.fold
        }
    }
    return id == scan.words.doubled && scan.id(start - 2) == scan.words.fold
      || id == scan.words.than && scan.isWord(start - 2)
  }
}
