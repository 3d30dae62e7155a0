import Lexing
import Model
import Rules

/// Numbers behind words that look like nouns and name nothing, and sizes that name a thing.
extension ReferenceReader {
  /// `toàn bộ 41`, `lần lượt 14 và 13 năm`, `gần như bằng 0`, `nam 62, nữ 58`, `ca nhập cảnh 34 (12%)`,
  /// `vượt giá trị 200`: what stands before has a number, and is no thing that the number names.
  func isCountedWord(_ index: Int) -> Bool {
    let before = scan.id(index - 1)
    let words = scan.words
    if scan.isMark(index + 1, Mark.open), scan.isNumber(index + 2),
      scan.isMark(index + 3, Mark.percent)
    {
      return !scan.isWord(index - 1) || !scan.tokens[index - 1].isCapitalized
    }
    if before == words.equalling {
      // Bằng 36 x 1,49 triệu đồng is a term; a setting that equals 11 is none.
      return scan.integer(index) == 0 || scan.id(index - 2) == words.or
        || scan.isMark(index + 1, Mark.times)
        || scan.id(index + 1) == words.times
    }
    if before == words.entirety { return scan.id(index - 2) == words.whole }
    if before == words.turn { return scan.id(index - 2) == words.timesWord }
    if before == words.male || before == words.female {
      let outer = scan.id(index - 2)
      return !scan.tokens[index - 1].isCapitalized
        && (!scan.isWord(index - 2) || outer == words.and || outer == words.with
          || outer == words.belonging)
    }
    guard scan.digitCount(index) >= 3, let measured = scan.hits.ending(at: index, .measured),
      let noun = scan.hits.ending(at: index, .noun)
    else { return false }
    // Địa chỉ số 31 is no chỉ số.
    return measured.start <= noun.start
      && !(scan.hits.starting(at: Int(measured.start) - 1, .noun).map { $0.end > measured.start }
        ?? false)
  }

  /// `tổ chức 2 chiếu bạc`, `thiết kế 2 công tắc`: a noun that is a verb as well, and what it does
  /// something to.
  func isDone(_ noun: Hit, _ index: Int) -> Bool {
    guard scan.isWord(index + 1), !scan.tokens[index + 1].isCapitalized,
      scan.rules.nouns[Int(noun.row)].isVerb
        || scan.hits.ending(at: index, .uncounted).map({ $0.start <= noun.start }) ?? false
    else { return false }
    return UnitReader(scan: scan).unknownNoun(at: index + 1) != nil
  }

  /// `Quận 6 kiến nghị`, `Lần 3 yêu cầu công ty`: what somebody does, and no three demands; vượt mức
  /// 13 chỉ tiêu counts.
  func isDeed(_ index: Int, of cue: Hit) -> Bool {
    let noun = scan.hits.starting(at: index, .noun)
    if let noun, scan.rules.nouns[Int(noun.row)].isVerb,
      let bearer = scan.hits.starting(at: Int(cue.start), .noun),
      Self.named.contains(scan.rules.nouns[Int(bearer.row)].kind)
        || scan.rules.nouns[Int(bearer.row)].kind == "event"
    {
      return true
    }
    if scan.hits.hasStart(at: index, .sourceAfter) { return true }
    guard scan.hits.hasStart(at: index, .status) else { return false }
    return scan.tokens[index].isCapitalized
      || noun.map { scan.rules.nouns[Int($0.row)].isVerb } ?? true
  }

  /// `súng 12 ly 7`, `tỷ lệ 1 đổi 1`, `đường 9 đoạn`: sizes, shares and parts that name a thing.
  @inline(__always)
  func size(at index: Int) -> Result? {
    let next = scan.id(index + 1)
    guard next == scan.words.calibre || next == scan.words.swap || next == scan.words.stretch
    else { return scan.id(index - 1) == scan.words.rate ? scale(at: index) : nil }
    return size(at: index, next)
  }

  /// `tỷ lệ 1:18`, `theo tỷ lệ 1:5`
  private func scale(at index: Int) -> Result? {
    guard scan.isMark(index + 1, Mark.colon), scan.isGlued(index + 1), scan.isNumber(index + 2),
      scan.isGlued(index + 2), scan.integer(index) != nil, !scan.isMark(index + 3, Mark.colon)
    else { return nil }
    return Result(range: index..<index + 3, disposition: .reference, rule: "references:scale")
  }

  /// `16 độ 58,1 phút vĩ Bắc`, `104 độ 43 phút kinh Đông`: where a thing is, and no temperature.
  func angle(at index: Int) -> Result? {
    guard scan.isNumber(index + 2) else { return nil }
    var end = index + 3
    if scan.id(end) == scan.words.minute { end += 1 }
    let name = scan.id(scan.id(end) == scan.words.arc ? end + 1 : end)
    guard name != 0, name == scan.words.latitude || name == scan.words.longitude else { return nil }
    return Result(range: index..<end, disposition: .reference, rule: "references:coordinate")
  }

  private func size(at index: Int, _ next: UInt32) -> Result? {
    if next == scan.words.calibre || next == scan.words.swap {
      guard scan.integer(index) != nil, let second = scan.integer(index + 2), second < 100,
        scan.tokens[index + 2].hasSpaceBefore, next == scan.words.swap || second < 10,
        !scan.hits.hasStart(at: index + 3, of: [.unit, .noun, .scale])
      else { return nil }
      return Result(
        range: index..<index + 3, disposition: .reference,
        rule: next == scan.words.swap ? "references:swap" : "references:calibre")
    }
    guard scan.id(index - 1) == scan.words.road, scan.integer(index) != nil else { return nil }
    return Result(range: index..<index + 2, disposition: .reference, rule: "references:name")
  }

  /// `120/70-17`, `205/55 R16`: the size of a tyre, which looks like a part of a whole.
  func tyre(_ range: Range<Int>) -> Result? {
    guard range.count == 3, let width = scan.integer(range.lowerBound), (50...400).contains(width),
      let height = scan.integer(range.lowerBound + 2), (25...100).contains(height), height % 5 == 0
    else { return nil }
    var rim = range.upperBound
    if scan.isMark(rim, Mark.hyphen), scan.isGlued(rim) {
      rim += 1
    } else if scan.isWord(rim), scan.tokens[rim].length <= 2,
      scan.bytes(rim).last == UInt8(ascii: "R")
    {
      rim += 1
    } else {
      return nil
    }
    guard scan.isGlued(rim), scan.isNumber(rim), let inches = scan.integer(rim),
      (8...24).contains(inches)
    else { return nil }
    return Result(
      range: range.lowerBound..<rim + 1, disposition: .reference, rule: "references:tyre")
  }

  /// `Tin thị trường 11/17` on a line of its own: the number of an issue, no part of a whole.
  func issue(_ range: Range<Int>) -> Result? {
    guard range.count == 3,
      range.upperBound >= scan.count
        || scan.tokens[range.upperBound].kind == .lineBreak
    else { return nil }
    var first = range.lowerBound
    while first > 0, range.lowerBound - first < 6, scan.isWord(first - 1) { first -= 1 }
    guard range.lowerBound - first >= 2, scan.tokens[first].isCapitalized,
      first == 0 || scan.tokens[first - 1].kind == .lineBreak,
      !scan.words.levelVerbs.contains(scan.id(range.lowerBound - 1)),
      !scan.words.gettingVerbs.contains(scan.id(range.lowerBound - 1))
    else { return nil }
    return Result(range: range, disposition: .reference, rule: "references:issue")
  }
}

/// What is stated of a number by the words around it.
extension NumeralReader {
  /// `toàn bộ 41 đều khỏe`, `lần lượt 14 và 13 năm tù`, `2 hay nhiều cột`: it counts, whatever the
  /// words beside it look like.
  func isStatedByWords(_ index: Int, _ next: Int) -> Bool {
    if references.isCountedWord(index) { return true }
    // 60 đối với nam và 55 đối với nữ.
    if scan.id(next) == scan.words.towards, scan.id(next + 1) == scan.words.with {
      return scan.id(index - 1) == scan.words.and || scan.isMark(index - 1, Mark.comma)
    }
    return scan.id(next + 1) == scan.words.many && scan.isWord(next)
      && (scan.id(next) == scan.words.or || scan.id(next) == scan.words.orElse)
  }

  /// `sáu (06) ký tự`: a number said in words before, and its unit behind the bracket.
  func nameSpelled(_ quantity: Quantity) {
    let first = quantity.range.lowerBound
    guard quantity.unit == nil, quantity.range.count == 1, scan.numberWord(first - 2) != nil,
      let match = quantities.units.read(at: quantity.range.upperBound + 1)
    else { return }
    quantity.kind = match.kind
    quantity.unit = match.unit
    quantity.rule = scan.names.joined(quantity.rule, match.rule)
  }

  /// `cầu thủ cao 1,85`: metres, the word left out, as nobody is so many of anything else.
  func nameHeight(_ quantity: Quantity) {
    guard quantity.kind == .count, quantity.scale == 0, quantity.precision == -2,
      quantity.upper == nil, quantity.unit == nil,
      scan.id(quantity.range.lowerBound - 1) == scan.words.tall,
      quantity.value > ExactDecimal(1), quantity.value < ExactDecimal(coefficient: 23, exponent: -1)
    else { return }
    let next = quantity.range.upperBound
    // Giá cao 1,85: no height; 1,85x0,5 is a size.
    guard !scan.isWord(next) || scan.hits.hasStart(at: next, .stopWord),
      scan.hits.ending(at: quantity.range.lowerBound - 1, .measured) == nil,
      scan.hits.ending(at: quantity.range.lowerBound - 1, .moneyCue) == nil
    else { return }
    quantity.kind = .measure
    quantity.unit = "m"
    quantity.rule = scan.names.joined(quantity.rule, "units:m")
  }
}
