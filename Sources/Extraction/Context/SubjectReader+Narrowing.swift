import Lexing
import Rules

/// Cuts what somebody did down to what the number measures.
extension SubjectReader {
  /// `Bộ đã giao vốn` is about giao vốn, `giá thép đã tăng vọt` about giá thép, and `mở rộng sân trên
  /// diện tích` about diện tích.
  func narrowed(_ whole: Range<Int>) -> Range<Int>? {
    guard whole.count >= 4 else { return whole }
    guard let aspect = whole.dropFirst(1).first(where: isAspect) else { return measured(whole) }
    let before = trimmed(whole.lowerBound..<aspect)
    let after = trimmed(aspect + 1..<whole.upperBound)
    guard let before else { return after.flatMap(narrowed) ?? whole }
    let measure = measured(before)
    // Số hồ sơ đã nộp: which of them are counted.
    if isNumbered(before.lowerBound), whole.count <= 16 { return whole }
    if measure.lowerBound > before.lowerBound || namesMeasure(before.lowerBound) { return measure }
    guard let after else { return measure }
    return saysEnough(after) ? narrowed(after) : whole
  }

  /// Giao vốn; not hoàn thành, which is about what stands before it.
  private func saysEnough(_ phrase: Range<Int>) -> Bool {
    guard phrase.count <= 2 else { return true }
    return phrase.count == 2
      && scan.hits.starting(at: phrase.lowerBound, .compound)?.range != phrase
  }

  private func isNumbered(_ index: Int) -> Bool {
    scan.id(index) == scan.words.number || scan.words.determiners.contains(scan.id(index))
  }

  /// Đã, đang, sẽ, vừa: what stands before them does something.
  private func isAspect(_ index: Int) -> Bool {
    scan.words.aspects.contains(scan.id(index)) && scan.hits.isPredicate(index)
  }

  /// `trên sàn Comex New York tăng`, `tại Hà Nội đạt`: words behind a comma that only say where.
  func isAdverbial(_ start: Int, before end: Int) -> Bool {
    let preposition = scan.id(start)
    // Nhưng ở Việt Nam mới 30%.
    guard scan.isMark(start - 1, Mark.comma) || scan.words.joints.contains(scan.id(start - 1)),
      preposition == scan.words.at || preposition == scan.words.inside
        || preposition == scan.words.upon,
      let phrase = trimmed(start..<end)
    else { return false }
    let plain = phrase.filter { scan.isWord($0) && !scan.tokens[$0].isCapitalized }
    return plain.count <= 2 && plain.count < phrase.count
  }

  /// From the first noun on that names a quantity, where much stands before it.
  func measured(_ whole: Range<Int>) -> Range<Int> {
    guard !namesMeasure(whole.lowerBound) else { return whole }
    // Đưa tổng nguồn vốn, nâng số hộ: what it is led to.
    if scan.words.causingVerbs.contains(scan.id(whole.lowerBound)),
      isNumbered(whole.lowerBound + 1) || namesMeasure(whole.lowerBound + 1), whole.count > 2
    {
      return whole.lowerBound + 1..<whole.upperBound
    }
    var first: Int?
    for index in whole.dropFirst(1) where namesMeasure(index) {
      // Sáu nước khác có số mắc: what they have is measured.
      let verb = scan.id(index - 1)
      if scan.words.havingVerbs.contains(verb)
        || scan.words.levelVerbs.contains(verb) && isPredicate(index - 1)
      {
        return index..<whole.upperBound
      }
      first = first ?? index
    }
    guard let first, first - whole.lowerBound >= 3 else { return whole }
    return first..<whole.upperBound
  }

  /// The giá of đấu giá.
  private func endsCompound(_ index: Int) -> Bool {
    scan.hits.ending(at: index + 1, .compound).map { $0.start < index } ?? false
  }

  func namesMeasure(_ index: Int) -> Bool {
    scan.hits.hasStart(at: index, .measured) && !endsCompound(index)
      // Chỉ thị số 16: which one it is.
      || scan.id(index) == scan.words.number && !scan.isNumber(index + 1) && !endsCompound(index)
  }

  /// Tỷ lệ, tỷ trọng: the phrase names a rate.
  func namesRate(_ range: Range<Int>) -> Bool {
    guard let phrase = trimmed(range),
      let hit = scan.hits.starting(at: phrase.lowerBound, .measured)
    else { return false }
    return scan.words.ratioNouns.contains(scan.id(hit.range.lowerBound))
      && hit.range.count < phrase.count
  }

  /// `lần lượt giảm 5% và 7%`: each of what was measured before, in its order.
  func isRespective(_ quantity: Quantity, since start: Int) -> Bool {
    (start..<max(start, quantity.range.lowerBound)).contains {
      scan.id($0) == scan.words.turn && scan.id($0 - 1) == scan.words.timesWord
    }
  }
}
