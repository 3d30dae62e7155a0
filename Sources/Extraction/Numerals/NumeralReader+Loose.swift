import Lexing
import Model
import Rules

/// Numbers without a unit that nothing states, told by what stands around them.
extension NumeralReader {
  /// A further rank, an item's number, an account, a picture; nil where it is none of them.
  func loose(at index: Int) -> Item? {
    if let rank = listedRank(at: index) {
      return Item(range: rank.range, outcome: .figure(rank), rule: rank.rule)
    }
    let reference =
      references.looseItem(at: index) ?? references.lostName(at: index)
      ?? references.afterRemark(at: index, lastReference)
      ?? references.account(at: index) ?? references.imageName(at: index)
    return reference.map { item($0, at: index) }
  }

  /// `xếp thứ 2 và 3`: another rank of the same kind.
  private func listedRank(at index: Int) -> Quantity? {
    guard scan.integer(index) != nil, case .figure(let last)? = items.last?.outcome,
      last.kind == .rank, last.range.upperBound == index - 1,
      scan.id(index - 1) == scan.words.and || scan.isMark(index - 1, Mark.comma),
      let operand = scan.operand(at: index), operand.form == .plain, operand.scale == 0
    else { return nil }
    return Quantity(
      range: operand.range, numberRange: operand.range, value: operand.value, precision: 0,
      kind: .rank, unit: "rank", scale: 0, rule: last.rule)
  }

  /// `pháo 155 ly`: ly is a millimetre in the calibre of a gun, else a glass.
  func nameCalibre(_ quantity: Quantity) {
    guard quantity.kind == .count, quantity.unit?.isSame(as: "ly") == true else { return }
    let start = quantity.numberRange.lowerBound
    guard
      isCalibreList(start)
        || (start - 3..<start).contains(where: { scan.words.guns.contains(scan.id($0)) })
    else { return }
    quantity.kind = .measure
    quantity.unit = "mm"
  }

  /// The 57 of `pháo 37 ly, 57 ly`.
  private func isCalibreList(_ index: Int) -> Bool {
    guard case .figure(let last)? = items.last?.outcome, last.unit?.isSame(as: "mm") == true,
      last.range.upperBound == index - 1
    else { return false }
    return scan.isMark(index - 1, Mark.comma) || scan.id(index - 1) == scan.words.and
  }
}

extension ReferenceReader {
  /// `… cầu dao… 3. Không lên`: an item's number that no stop or line break stands before.
  func looseItem(at index: Int) -> Result? {
    guard scan.digitCount(index) <= 2, scan.integer(index) != nil, scan.isGlued(index + 1),
      scan.isMark(index + 1, Mark.period) || scan.isMark(index + 1, Mark.close),
      !scan.isMark(index - 1, Mark.comma), !scan.isMark(index - 1, Mark.open),
      scan.id(index - 1) != scan.words.and, scan.isWord(index + 2), !scan.isGlued(index + 2),
      scan.tokens[index + 2].isCapitalized
    else { return nil }
    return Result(range: index..<index + 1, disposition: .reference, rule: "references:list-number")
  }

  /// `đại dịch -19`, `ca -19 mới`: the end of a name whose first part a page has lost.
  func lostName(at index: Int) -> Result? {
    guard scan.isMark(index - 1, Mark.hyphen), scan.isGlued(index), !scan.isGlued(index - 1),
      scan.isWord(index - 2),
      // Là -25 so với -17: numbers with a sign.
      !scan.words.levelVerbs.contains(scan.id(index - 2)),
      scan.id(index - 2) != scan.words.with || scan.id(index - 3) == scan.words.towards,
      scan.integer(index) != nil, scan.digitCount(index) == 2
    else { return nil }
    return Result(range: index..<index + 1, disposition: .reference, rule: "references:name")
  }

  /// `đầu số +224`: the code of a nation.
  func dialCode(at index: Int) -> Result? {
    guard scan.isMark(index - 1, Mark.plus), scan.isGlued(index), scan.integer(index) != nil,
      scan.digitCount(index) == 3, scan.hits.ending(at: index - 1, .change) == nil,
      !scan.isNumber(index - 2)
    else { return nil }
    return Result(range: index..<index + 1, disposition: .reference, rule: "references:dial-code")
  }

  /// `Ctrl + 1`: a key.
  func key(at index: Int) -> Result? {
    guard scan.isMark(index - 1, Mark.plus), scan.digitCount(index) <= 2, scan.isWord(index - 2),
      scan.tokens[index - 2].isCapitalized, Syllable.isForeign(scan.bytes(index - 2))
    else { return nil }
    return Result(range: index..<index + 1, disposition: .reference, rule: "references:name")
  }

  /// Seven digits and more without a unit, `Tổng đài tiếp nhận: 1022`, `Range_lookup = 1`: what is
  /// dialled, registered or set, and counts nothing.
  func identifier(at index: Int) -> Result? {
    if let code = dialCode(at: index) { return code }
    guard isLong(index) || isDialled(index) || isSetting(index) else { return nil }
    return Result(range: index..<index + 1, disposition: .reference, rule: "references:identifier")
  }

  /// A round number may be an amount.
  private func isLong(_ index: Int) -> Bool {
    guard scan.digitCount(index) >= 7, !scan.isMark(index - 1, Mark.equals) else { return false }
    let bytes = scan.bytes(index)
    return bytes.allSatisfy { $0 &- 0x30 < 10 } && bytes.suffix(3).contains { $0 != 0x30 }
  }

  /// A colon before it, and the words of a telephone before that.
  private func isDialled(_ index: Int) -> Bool {
    guard scan.isMark(index - 1, Mark.colon), scan.digitCount(index) >= 3,
      scan.integer(index) != nil
    else { return false }
    for position in stride(from: index - 2, through: max(0, index - 24), by: -1) {
      if scan.isSentenceEnd(position) || scan.isMark(position, Mark.colon) { return false }
      guard let hit = scan.hits.starting(at: position, .reference) else { continue }
      let phrase = scan.rules.references[Int(hit.row)].phrase
      if Self.telephones.contains(where: phrase.isSame(as:)) { return true }
    }
    return false
  }

  /// The value that a name with an underscore or in bold letters is given.
  private func isSetting(_ index: Int) -> Bool {
    guard scan.isMark(index - 1, Mark.equals), scan.digitCount(index) <= 2 else { return false }
    if scan.isMark(index - 2, Mark.bullet), scan.isMark(index - 3, Mark.bullet) {
      return scan.isWord(index - 4) && scan.bytes(index - 4).allSatisfy { $0 < 0x80 }
    }
    return scan.isWord(index - 2) && scan.isMark(index - 3, Mark.underscore)
      && scan.isGlued(index - 2)
  }

  /// `![2345 khau trang](https://…)`: the name of a picture, told by letters without their marks.
  func imageName(at index: Int) -> Result? {
    let start = Int(scan.tokens[index].start)
    let text = scan.text
    var first = start
    while first > 1, start - first < 160, Self.isUnmarked(text[first - 1]),
      text[first - 1] != UInt8(ascii: "[")
    {
      first -= 1
    }
    guard first > 1, text[first - 1] == UInt8(ascii: "["), text[first - 2] == UInt8(ascii: "!")
    else { return nil }
    var last = start
    while last < text.count, last - start < 200, Self.isUnmarked(text[last]),
      text[last] != UInt8(ascii: "]")
    {
      last += 1
    }
    guard last < text.count, text[last] == UInt8(ascii: "]") else { return nil }
    return Result(range: index..<index + 1, disposition: .reference, rule: "references:image")
  }

  /// ASCII, or of a hard space or a soft hyphen; every letter with a mark has another byte.
  private static func isUnmarked(_ byte: UInt8) -> Bool {
    byte < 0x80 ? byte >= 0x20 : [0xC2, 0xA0, 0xAD, 0xE2, 0x80, 0xAF].contains(byte)
  }

  /// `là 192 Trần Bình Trọng`, `ở 177 Trung Kính`, `địa chỉ: 12 Lò Đúc`: what is so many has no
  /// capitals; a street has.
  func isAddress(_ index: Int) -> Bool {
    (scan.id(index - 1) == scan.words.being || scan.words.placeLinks.contains(scan.id(index - 1))
      || scan.isMark(index - 1, Mark.colon) && endsAddressWord(index - 1))
      && scan.isWord(index + 1) && scan.isWord(index + 2)
      && scan.tokens[index + 1].isCapitalized && scan.tokens[index + 2].isCapitalized
      && !scan.hits.hasStart(at: index + 1, of: [.place, .noun, .abbreviation])
  }

  /// `tại 135 Nam Kỳ Khởi Nghĩa`, `địa chỉ 382 Hồ Học Lãm`: the first word of a street's name looks
  /// like a noun.
  func street(at index: Int, _ quantity: Quantity) -> Result? {
    guard scan.integer(index) != nil, quantity.range.count == 2, scan.isWord(index + 2),
      scan.tokens[index + 2].isCapitalized, !scan.tokens[index + 1].flags.contains(.allCapitals),
      scan.words.placeLinks.contains(scan.id(index - 1))
        || endsAddressWord(scan.isMark(index - 1, Mark.colon) ? index - 1 : index),
      let noun = scan.hits.starting(at: index + 1, .noun),
      !["organization", "admin_unit", "document"].contains(
        scan.rules.nouns[Int(noun.row)].kind)
    else { return nil }
    return Result(
      range: index..<index + 1, disposition: .reference, rule: "references:before-name")
  }

  /// Địa chỉ, address.
  private func endsAddressWord(_ index: Int) -> Bool {
    scan.id(index - 1) == scan.words.address
      || scan.hits.ending(at: index, .noun).map({
        scan.rules.nouns[Int($0.row)].noun.isSame(as: "địa chỉ")
      }) ?? false
  }

  /// `164/235 Trần Quốc Toản`, `71/22A`: a house, which ratios have no letters and no names for.
  func house(at index: Int, _ range: Range<Int>) -> Result? {
    let next = range.upperBound
    guard range.count == 3, scan.integer(index) != nil, scan.integer(index + 2) != nil,
      scan.isWord(next)
    else { return nil }
    let isLettered = scan.isGlued(next) && scan.tokens[next].length == 1
    let isNamed =
      scan.tokens[next].isCapitalized && scan.isWord(next + 1)
      && scan.tokens[next + 1].isCapitalized
      && !scan.tokens[next].flags.contains(.allCapitals)
      && !scan.hits.hasStart(at: next, of: [.place, .noun, .abbreviation])
    guard isLettered || isNamed else { return nil }
    return Result(
      range: index..<(isLettered ? next + 1 : next), disposition: .reference,
      rule: "references:before-name")
  }
}
