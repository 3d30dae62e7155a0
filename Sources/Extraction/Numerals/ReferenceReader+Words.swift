import Lexing
import Model
import Rules

/// References that the words beside a number tell, from a table's cues.
extension ReferenceReader {
  /// A number after a table's cue: `Nghị quyết số 27`, `mức độ 3`, `Điều 5`.
  func cued(at index: Int, hasUnit: Bool) -> Result? {
    var position = index
    if scan.isMark(position - 1, Mark.colon) || scan.isMark(position - 1, Mark.period)
      || scan.isMark(position - 1, Mark.hyphen)
    {
      position -= 1
    }
    // 12/3 đường Lê Lợi, số 1152 - 1154 đường Láng: the house number may hold a slash or a dash.
    let isJoined =
      scan.isMark(index + 1, Mark.slash) && scan.isGlued(index + 1)
      || scan.isMark(index + 1, Mark.hyphen) && scan.id(index - 1) == scan.words.number
    let end = isJoined && scan.isNumber(index + 2) ? index + 3 : index + 1
    if let after = scan.hits.starting(at: end, .referenceAfter), isNamed(after, hasUnit) {
      let isMotto = scan.rules.references[Int(after.row)].kind == "motto"
      return Result(
        range: index..<(isMotto ? Int(after.end) : end), disposition: .reference,
        rule: scan.rules.references[Int(after.row)].label)
    }
    if let range = coordinates(at: index) { return range }
    if !hasUnit, let score = score(at: index),
      isDescending(index) || isPlayed(index) || isBetweenNames(index)
    {
      return score
    }
    var hit = scan.hits.ending(at: position, .reference)
    var isNumbered = false
    if let found = hit, scan.rules.references[Int(found.row)].phrase.isSame(as: "số") {
      // Nghị quyết số 27: the word before số says more than số.
      if let outer = scan.hits.ending(at: Int(found.start), .reference) {
        hit = outer
        isNumbered = true
      }
    }
    guard let hit else { return nil }
    // Trung ương 7 khóa 12: what looks counted names the next number.
    let hasUnit = hasUnit && !isCueOfNext(index + 1) && !isDeed(index + 1, of: hit)
    let rule = scan.rules.references[Int(hit.row)]
    // Đường số 2 đoạn gần chợ: no count follows such a số.
    if hit.range.count > 1, rule.phrase.ends(with: " số") { isNumbered = true }
    // Giai đoạn 2 dự án: a phase has its number; not mỗi giai đoạn 2 dự án.
    if rule.phrase.isSame(as: "giai đoạn"), scan.tokens[index].length == 1,
      !scan.isNumber(Int(hit.start) - 1), scan.id(Int(hit.start) - 1) != scan.words.each,
      !scan.words.determiners.contains(scan.id(Int(hit.start) - 1)),
      scan.hits.starting(at: index + 1, .unit) == nil
    {
      isNumbered = true
    }
    // Trong vòng 15 ngày: the longer phrase is a time's.
    if let duration = scan.hits.ending(at: position, .durationBefore), duration.start < hit.start {
      return nil
    }
    // TƯ 2 is short for Trung ương; vật tư 20 tr is no name.
    if rule.phrase.isSame(as: "tư"), !scan.tokens[index - 1].flags.contains(.allCapitals) {
      return nil
    }
    if isLevel(index, hit, rule) { return nil }
    // Vượt QCVN 1.000 lần.
    if scan.id(index + 1) == scan.words.timesWord, scan.exceedsNorm(before: index) { return nil }
    // Toàn khóa: 8,7/10 states something behind the colon.
    if position != index, scan.integer(index) == nil || scan.isMark(index + 1, Mark.slash) {
      return nil
    }
    // Sư đoàn 12.000 người is counted, sư đoàn 5 mặt trận named.
    if hasUnit, rule.kind == "name", scan.operand(at: index)?.form == .grouped { return nil }
    // Gói thầu số 1 dự án …: the noun opens the next phrase.
    if !isNumbered && rule.strength == .weak || position != index {
      if hasUnit, !isFollowedByName(index, anyNoun: rule.phrase.ends(with: "số")),
        !isPartOfNext(index, hit)
      {
        return nil
      }
      if rule.strength == .weak, scan.isMark(index - 1, Mark.hyphen) { return nil }
      // "Tổng số 27", "con số 5" count.
      if rule.phrase.isSame(as: "số"), isCountingNumberWord(Int(hit.start)) { return nil }
      // Số điểm 300 is a score.
      if rule.phrase.isSame(as: "điểm"), scan.id(Int(hit.start) - 1) == scan.words.number {
        return nil
      }
    }
    return Result(
      range: index..<groups(after: trailing(after: index), of: rule), disposition: .reference,
      rule: rule.label)
  }

  /// `ở mức 55,55`, `tia UV mức 10-12`, `hệ số phụ cấp 1,25`: a level and no name.
  private func isLevel(_ index: Int, _ cue: Hit, _ rule: ReferenceRule) -> Bool {
    let hasComma = scan.tokens[index].length > 2 && scan.bytes(index).contains(UInt8(ascii: ","))
    if rule.phrase.isSame(as: "mức") {
      return hasComma || scan.isMark(index + 1, Mark.hyphen) && scan.isNumber(index + 2)
        || scan.tokens[index].length > 4 || scan.indexName(before: index) != nil
    }
    if hasComma, scan.id(Int(cue.start) - 1) == scan.words.secondary, rule.phrase.isSame(as: "cấp")
    {
      return true
    }
    // Độ phân giải 360 x 360, hệ số 4,40; bệnh viện nhân dân số 2 is no dân số.
    guard rule.strength == .weak, rule.kind == "name",
      let measured = scan.hits.ending(at: index, .measured), measured.start < cue.start
    else { return false }
    return hasComma || !rule.phrase.isSame(as: "số") || isAmount(index, of: measured)
  }

  /// `dân số 24.320`, `doanh số 350`: too many for the number of one among a few; not Bệnh viện Nhân dân
  /// số 115.
  private func isAmount(_ index: Int, of measured: Hit) -> Bool {
    let before = Int(measured.start) - 1
    return scan.digitCount(index) >= 3
      && !(scan.isWord(before) && scan.tokens[before].isCapitalized)
  }

  /// The end of a number that is dialled or paid to, its groups set apart: `2611 000 3366 882`.
  private func groups(after index: Int, of rule: ReferenceRule) -> Int {
    guard scan.isNumber(index),
      (Self.telephones + Self.accounts).contains(where: rule.phrase.isSame(as:))
    else { return index }
    var end = index
    while end - index < 8, scan.isNumber(end), scan.digitCount(end) >= 2,
      scan.integer(end) != nil || scan.dottedParts(end) != nil,
      !scan.hits.hasStart(at: end + 1, of: [.unit, .scale, .noun])
    {
      end += 1
    }
    return end
  }

  static let telephones = [
    "hotline", "đường dây nóng", "điện thoại", "số điện thoại", "đt", "sđt", "tổng đài", "fax",
  ]
  private static let accounts = ["số tài khoản", "tài khoản số", "tk"]

  /// `16,0-17,0 độ Vĩ Bắc`
  @inline(__always)
  private func coordinates(at index: Int) -> Result? {
    if scan.id(index + 1) == scan.words.arc { return angle(at: index) }
    guard scan.isMark(index + 1, Mark.hyphen), scan.isNumber(index + 2),
      let after = scan.hits.starting(at: index + 3, .referenceAfter),
      scan.rules.references[Int(after.row)].kind == "coordinate"
    else { return nil }
    return Result(
      range: index..<index + 3, disposition: .reference,
      rule: scan.rules.references[Int(after.row)].label)
  }

  /// `khóa 12`: a word beside which a number names, and that number.
  func isCueOfNext(_ index: Int) -> Bool {
    // Kỳ 2 tháng 12/2020.
    if scan.id(index) == scan.words.month, scan.isNumber(index + 1),
      scan.isMark(index + 2, Mark.slash), scan.isNumber(index + 3)
    {
      return true
    }
    guard let next = scan.hits.starting(at: index, .reference) else { return false }
    // Trung ương 4 khóa XII.
    if scan.isRoman(Int(next.end)) { return true }
    guard scan.isNumber(Int(next.end)), scan.tokens[Int(next.end)].hasSpaceBefore else {
      return false
    }
    return scan.integer(Int(next.end)) != nil
  }

  /// `Đội 2 Phòng quản lý`: a numbered part, and the name of what it is a part of.
  func isPartOfNext(_ index: Int, _ cue: Hit) -> Bool {
    guard scan.tokens[Int(cue.start)].isCapitalized, scan.tokens[index].length <= 3,
      scan.tokens[index + 1].isCapitalized, !scan.tokens[index + 1].flags.contains(.allCapitals),
      let noun = scan.hits.starting(at: index + 1, .noun)
    else { return false }
    let kind = scan.rules.nouns[Int(noun.row)].kind
    // Cảnh sát 113 Công an tỉnh: the capital says that it is no plain noun.
    return Self.named.contains(kind) || kind == "person" && scan.digitCount(index) == 3
  }

  /// Kinds of things that bear names: thôn, trường, công ty.
  static let named: Set<String> = ["admin_unit", "building", "organization"]

  /// `tổ 3 thôn Thái Thông`: what looks counted is the kind of the next name.
  func isFollowedByName(_ index: Int, anyNoun: Bool) -> Bool {
    guard let noun = scan.hits.starting(at: index + 1, .noun),
      anyNoun || Self.named.contains(scan.rules.nouns[Int(noun.row)].kind),
      scan.hits.starting(at: index + 1, .scale) == nil
    else { return false }
    let name = Int(noun.end)
    guard scan.isWord(name), scan.tokens[name].isCapitalized else { return false }
    if anyNoun || scan.rules.nouns[Int(noun.row)].kind == "admin_unit" { return true }
    // Trường THPT Lê Lợi, but not 29 chỗ BKS 51B, nor 14.000 cơ sở y tế.
    return scan.tokens[index].length <= 3
      && (!scan.tokens[name].flags.contains(.allCapitals)
        || scan.isWord(name + 1) && scan.tokens[name + 1].isCapitalized)
  }

  /// A street's name follows with a capital; a motto counts nothing: 12 đường Lê Lợi, 3 không.
  func isNamed(_ hit: Hit, _ hasUnit: Bool) -> Bool {
    switch scan.rules.references[Int(hit.row)].kind {
    case "address":
      return scan.isWord(Int(hit.end)) && scan.tokens[Int(hit.end)].isCapitalized
    case "motto":
      return scan.isMark(Int(hit.end), Mark.quote) || scan.isMark(Int(hit.start) - 2, Mark.quote)
        || scan.isMark(Int(hit.end), Mark.colon)
    default: return true
    }
  }

  /// `thua 1-3`, `để thua Bình Hải 0-4`: a verb of matches tells a score in rising order.
  func isPlayed(_ index: Int) -> Bool {
    guard scan.isMark(index + 1, Mark.hyphen), scan.isNumber(index + 2),
      scan.digitCount(index + 2) <= 2, !scan.isMark(index + 3, Mark.percent)
    else { return false }
    if scan.words.matchVerbs.contains(scan.id(index - 1)) { return true }
    // Thua lỗ 2-3 tỷ has a unit; a score has none, and names stand before it.
    guard scan.digitCount(index) == 1, scan.digitCount(index + 2) == 1,
      scan.hits.ending(at: index, .reference) == nil || scan.id(index - 1) == scan.words.number
    else { return false }
    for position in stride(from: index - 1, through: max(0, index - 6), by: -1) {
      guard scan.isWord(position) else { return false }
      // Khánh Hòa draws no match.
      if scan.words.matchVerbs.contains(scan.id(position)), !scan.tokens[position].isCapitalized {
        return true
      }
    }
    return false
  }

  func isDescending(_ index: Int) -> Bool {
    guard let home = scan.integer(index), let away = scan.integer(index + 2) else { return false }
    return home >= away && scan.digitCount(index + 2) <= 2
      && scan.hits.starting(at: index + 3, .unit) == nil && !scan.isMark(index + 3, Mark.percent)
  }

  func isCountingNumberWord(_ index: Int) -> Bool {
    scan.words.countingWords.contains(scan.id(index - 1))
      || scan.id(index - 1) == scan.words.among
  }

  /// A match's score: two small numbers and a dash, not in rising order.
  func score(at index: Int) -> Result? {
    guard scan.isMark(index + 1, Mark.hyphen), let home = scan.integer(index),
      let away = scan.integer(index + 2), home < 100, away < 100,
      scan.isGlued(index + 1) && scan.isGlued(index + 2) || isSpacedScore(index)
    else { return nil }
    return Result(range: index..<index + 3, disposition: .reference, rule: "references:score")
  }

  /// `dẫn 2 - 0`: goals with spaces around the dash.
  private func isSpacedScore(_ index: Int) -> Bool {
    scan.digitCount(index) == 1 && scan.digitCount(index + 2) == 1 && !scan.isGlued(index + 1)
      && !scan.isGlued(index + 2) && scan.isWord(index - 1) && !scan.isMark(index + 3, Mark.hyphen)
  }
}
