import Lexing
import Model
import Rules

/// Finds where the words begin that speak of one figure only.
extension SubjectReader {
  /// `thấp hơn mức đề ra và chỉ bằng 82%`: words that only compare, whose subject stands before.
  func onlyCompares(since start: Int, before end: Int) -> Bool {
    var position = start
    while position < end, scan.tokens[position].kind == .mark { position += 1 }
    guard let hit = scan.hits.starting(at: position, .change) else { return false }
    return scan.id(Int(hit.end) - 1) == scan.words.than
  }

  /// The start of the stretch before the number that speaks of this figure only: after a comma, a
  /// joint such as thì or với, a quotation mark, or the figure before.
  ///
  /// - Parameter mayCite: Its sentence has a word by which somebody may be cited.
  func segmentStart(of quantity: Quantity, lowest: Int, mayCite: Bool) -> Int {
    var position = quantity.range.lowerBound - 1
    // Doanh thu: hơn 5 tỷ đồng.
    if let hit = scan.hits.ending(at: position + 1, .qualifier),
      scan.isMark(Int(hit.start) - 1, Mark.colon), Int(hit.start) > lowest
    {
      position = Int(hit.start) - 1
    }
    // A colon or a bracket written to the number belongs to it.
    if scan.isMark(position, Mark.colon) { position -= 1 }
    var words = 0
    var hasVerb = false
    let isCited =
      mayCite
      && scan.hits.hasStart(
        in: max(0, lowest - PhraseTrie.longestPhrase)..<max(lowest, quantity.range.lowerBound),
        .sourceAfter)
    while position >= lowest {
      let token = scan.tokens[position]
      if token.kind == .mark {
        switch token.id {
        case Mark.close:
          guard let open = opening(of: position, lowest: lowest) else { return position + 1 }
          position = open - 1
          continue
        case Mark.comma:
          guard
            isWithinList(position, lowest: lowest)
              || words <= 2 && isListComma(position, lowest: lowest)
          else { return position + 1 }
        case Mark.semicolon, Mark.open, Mark.colon, Mark.quote, Mark.ellipsis: return position + 1
        default: break
        }
      }
      if token.kind == .word {
        if words > 0, token.isCapitalized, opensSentence(position) { return position }
        if scan.words.segmentWords.contains(token.id) {
          // Giao dịch ở mức mua vào là 41,5: ở mức opens no statement of its own.
          // Số người ở chung cư đạt 14%: only where they are.
          if scan.words.levelVerbs.contains(token.id), isPredicate(position),
            !hasVerb
              || token.id != scan.words.inside
                && !scan.words.levelNouns.contains(scan.id(position + 1))
          {
            // Tiếp đến là EU đạt: the subject stands behind the first verb.
            if words > 0, hasVerb { return position + 1 }
            hasVerb = true
          }
          // 93 ha lúa và 17 ha ngô: what stands before và belongs to the figure before.
          if token.id == scan.words.and, lowest > scan.sentenceStart(position),
            words == 0 || position - lowest <= 3 && scan.isMark(lowest - 1, Mark.percent)
              || scan.hits.hasStart(at: position + 1, .timeCue)
          {
            return position + 1
          }
          if words > 0, isJoint(position, hasVerb) { return position + 1 }
        }
        // Ông Minh nói 15 triệu là đắt: who says it is no subject either.
        if isCited, let hit = scan.hits.ending(at: position + 1, .sourceAfter),
          words > 0 || !hasVerb && quantity.range.lowerBound - position <= 3
            // Ông Minh cho biết hiện còn 40 hộ.
            || scan.rules.sources[Int(hit.row)].role == .after
              && scan.hits.ending(at: position + 1, .compound) == nil,
          !scan.hits.hasStart(at: Int(hit.start), .status),
          // Kinh phí được công bố, các nước báo cáo cho WSA, thời gian phát biểu: nobody is cited.
          scan.id(Int(hit.start) - 1) != scan.words.passive,
          scan.tokens[max(0, Int(hit.start) - 1)].isCapitalized
            || scan.hits.ending(at: Int(hit.start), .measured) == nil,
          scan.id(position + 1) != scan.words.give
        {
          return position + 1
        }
        // More than two are as good as three.
        if words < 3, !isPredicate(position) { words += 1 }
      }
      position -= 1
    }
    return max(lowest, position + 1)
  }

  /// Thì, khi, với; not the khi of sau khi, nor the với of đối với.
  @inline(__always)
  private func isJoint(_ index: Int, _ hasVerb: Bool) -> Bool {
    if opensSubject(index) { return true }
    return scan.words.joints.contains(scan.id(index)) && joins(index, hasVerb)
  }

  private func joins(_ index: Int, _ hasVerb: Bool) -> Bool {
    if scan.id(index) == scan.words.with {
      if statesShare(before: index) { return false }
      // Thâm hụt của Mỹ với Đức giảm: a partner, and no new subject.
      if scan.id(index - 1) == scan.words.towards || scan.id(index - 1) == scan.words.compared {
        return scan.id(index - 1) != scan.words.towards
      }
      let isName =
        scan.tokens[index + 1].isCapitalized
        && !scan.tokens[index + 1].flags.contains(.allCapitals)
      if isName && scan.hits.hasStart(at: index + 1, .place) { return false }
      return opensMeasure(index + 1) || !hasMeasure(before: index)
    }
    // Tổng lương mà ông được hưởng: which one it is.
    if scan.id(index) == scan.words.which {
      return scan.id(index - 1) == scan.words.when || !isWithinMeasure(index)
        || (index + 1..<min(index + 5, scan.count)).contains(where: namesMeasure)
    }
    // Số vốn ủy thác để cho vay: what it is for.
    if scan.id(index) == scan.words.purpose { return !isWithinMeasure(index) }
    guard scan.id(index) == scan.words.when else {
      // Số doanh nghiệp làm thủ tục: which of them are counted.
      if scan.id(index) == scan.words.doing, hasVerb, isWithinMeasure(index) { return false }
      // Thời gian làm việc, chị giúp việc: part of a word.
      return !scan.hits.hasStart(at: index, .compound)
        && scan.hits.ending(at: index + 1, .compound) == nil
    }
    return scan.id(index - 1) != scan.words.after && scan.id(index - 1) != scan.words.before
      && !isWithinMeasure(index)
  }

  /// Khiến, nhờ, như; not the như of cũng như.
  @inline(__always)
  func opensSubject(_ index: Int) -> Bool {
    scan.words.subjectOpeners.contains(scan.id(index))
      && scan.hits.ending(at: index + 1, .compound) == nil
      && !scan.hits.hasStart(at: index, .compound)
  }

  /// `vẫn chiếm tỷ trọng lớn với`: the number says how large it is.
  private func statesShare(before index: Int) -> Bool {
    (max(0, index - 5)..<index).contains {
      scan.id($0) == scan.words.share && scan.words.ratioNouns.contains(scan.id($0 + 1))
    }
  }

  /// Với tổng vốn, với hơn 60% số hộ: what is measured stands behind.
  private func opensMeasure(_ index: Int) -> Bool {
    (index..<min(index + 3, scan.count)).contains {
      namesMeasure($0) || scan.words.levelNouns.contains(scan.id($0))
        // Thuế với xăng lên 3%: of what, and no measure of its own.
        || scan.isNumber($0)
          && ($0 == index || scan.hits.hasStart(at: index, .qualifier))
    }
  }

  /// Chi phí của hợp đồng với tổng thầu: what is measured stands before.
  private func hasMeasure(before index: Int) -> Bool {
    for position in stride(from: index - 1, through: max(0, index - 10), by: -1) {
      guard scan.isWord(position) else { return false }
      if namesMeasure(position) { return true }
    }
    return false
  }

  /// Số vốn ủy thác sang quỹ để cho vay, chi phí phải trả khi nộp hồ sơ: with what is measured before
  /// it, of which nothing is said yet.
  private func isWithinMeasure(_ index: Int) -> Bool {
    for position in stride(from: index - 1, through: max(0, index - 20), by: -1) {
      if scan.isMark(position, Mark.open) || scan.isMark(position, Mark.close) { continue }
      guard scan.isWord(position), scan.hits.starting(at: position, .change) == nil,
        !scan.words.levelVerbs.contains(scan.id(position)) || !isPredicate(position)
      else { return false }
      if namesMeasure(position) { return true }
    }
    return false
  }

  /// A comma whose two sides are of a kind: `chế biến, chế tạo`, `cơ quan, đơn vị`, `nông, lâm,
  /// thủy sản`; what is said of them is said of all.
  func isWithinList(_ comma: Int, lowest: Int) -> Bool {
    guard comma - 1 >= lowest, scan.isWord(comma - 1), scan.isWord(comma + 1) else { return false }
    if scan.words.listedStems.contains(scan.id(comma - 1)) {
      return scan.words.listedStems.contains(scan.id(comma + 1))
    }
    for start in stride(from: comma - 1, through: max(lowest, comma - 5), by: -1) {
      for table in [RuleTable.compound, .noun] {
        if let hit = scan.hits.starting(at: start, table), Int(hit.end) > comma { return true }
      }
    }
    if comma - 2 >= lowest, scan.id(comma + 1) != 0, scan.id(comma - 2) == scan.id(comma + 1),
      !isPredicate(comma + 1), !scan.tokens[comma + 1].isCapitalized
    {
      return true
    }
    guard let before = scan.hits.ending(at: comma, .noun), Int(before.start) >= lowest,
      let behind = scan.hits.starting(at: comma + 1, .noun),
      !scan.tokens[comma + 1].isCapitalized
    else { return false }
    let (left, right) = (scan.rules.nouns[Int(before.row)], scan.rules.nouns[Int(behind.row)])
    return left.kind == right.kind && left.kind != "abstract" && left.kind != "thing"
  }

  private func opening(of index: Int, lowest: Int) -> Int? {
    var position = index - 1
    while position > lowest, index - position < 60 {
      if scan.isMark(position, Mark.open) { return position }
      if isFigure(position) { return nil }
      position -= 1
    }
    return nil
  }

  /// `từng ngành, lĩnh vực đạt`: a comma within a short list of nouns, not between statements.
  @inline(__always)
  private func isListComma(_ index: Int, lowest: Int) -> Bool {
    guard scan.isWord(index + 1), index - 1 > lowest, scan.isWord(index - 1) else { return false }
    // Khu 30 ha Thạnh Lộc, khu 50 ha: what stands between belongs to the figure before.
    if lowest > scan.sentenceStart(lowest),
      (lowest..<index).allSatisfy({ scan.isWord($0) && !isPredicate($0) })
    {
      return false
    }
    guard !hasVerb(before: index, lowest: lowest) else { return false }
    return scan.hits.hasStart(at: index + 1, .noun)
      && !scan.hits.hasStart(
        at: index + 1, of: [.stopWord, .change, .status, .timeCue, .durationBefore, .measured])
  }

  /// Something is said before the comma: `tất cả có sức khỏe tốt, xét nghiệm …`.
  private func hasVerb(before comma: Int, lowest: Int) -> Bool {
    var position = comma - 1
    while position >= lowest, scan.isWord(position) {
      let id = scan.id(position)
      if scan.words.levelVerbs.contains(id) || scan.words.havingVerbs.contains(id)
        || scan.words.aspects.contains(id), isPredicate(position)
      {
        return true
      }
      position -= 1
    }
    return false
  }

  /// True when nothing but function words stands between the segment's start and the number.
  func opens(_ quantity: Quantity, since start: Int) -> Bool {
    for position in start..<max(start, quantity.range.lowerBound) {
      if scan.words.levelVerbs.contains(scan.id(position)) { return false }
      if !isPredicate(position), scan.tokens[position].kind == .word { return false }
    }
    return true
  }
}
