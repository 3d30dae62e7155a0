import Lexing
import Rules

/// What the words around a mention make of it.
extension Mention {
  /// Cả nước, toàn quốc.
  func isNationwide(in scan: Scan) -> Bool {
    guard level == .nation else { return false }
    return range.contains { scan.id($0) == scan.words.all || scan.id($0) == scan.words.whole }
  }

  /// `Cao nhất cả nước`, `đứng đầu trong cả nước`, `thứ 27 trên thế giới`, `so với cả nước`: what
  /// something is compared with; `12% GDP của cả nước`: the whole that something is a share of.
  func isCompared(in scan: Scan) -> Bool {
    guard level == .nation || level == .region else { return false }
    var index = range.lowerBound - 1
    let id = scan.id(index)
    if id == scan.words.among || id == scan.words.belonging || id == scan.words.upon { index -= 1 }
    // Tăng trưởng cao trên thế giới.
    if id == scan.words.upon, level == .region, scan.words.magnitudes.contains(scan.id(index)) {
      return true
    }
    if scan.isNumber(index) || scan.id(index) == scan.words.most
      || scan.id(index) == scan.words.first || scan.id(index) == scan.words.foremost
    {
      return true
    }
    return isBehindComparison(in: scan) || isBehindRank(in: scan)
  }

  /// `đầu tiên trong vùng và cả nước`, `một trong những tỉnh tiêu biểu của cả nước`: those that
  /// something is the first of, or one of.
  private func isBehindRank(in scan: Scan) -> Bool {
    let before = scan.id(range.lowerBound - 1)
    guard before == scan.words.and || before == scan.words.belonging || before == scan.words.among
    else { return false }
    for index in stride(from: range.lowerBound - 1, through: max(1, range.lowerBound - 12), by: -1)
    {
      guard scan.isWord(index) else { return false }
      let id = scan.id(index)
      if id == scan.words.foremost, scan.id(index - 1) == scan.words.first { return true }
      if id == scan.words.among, scan.id(index - 1) == scan.words.one { return true }
    }
    return false
  }

  private func isBehindComparison(in scan: Scan) -> Bool {
    for index in stride(from: range.lowerBound - 1, through: max(0, range.lowerBound - 8), by: -1) {
      if scan.isMark(index, Mark.percent) { return level == .nation }
      guard scan.isWord(index),
        !scan.words.joints.contains(scan.id(index))
          || scan.id(index) == scan.words.with
      else { return false }
      if scan.id(index) == scan.words.compared { return true }
      if scan.id(index) == scan.words.than { return range.lowerBound - index <= 4 }
    }
    return false
  }

  /// `như ở Hà Nội`, `chẳng hạn Hà Nội`: an example of what is said; not `Ví dụ tại Hà Nội, …`, where
  /// the sentence goes on about it.
  func isExample(in scan: Scan) -> Bool {
    for index in stride(from: range.lowerBound - 1, through: max(0, range.lowerBound - 3), by: -1) {
      if scan.isMark(index, Mark.colon) { continue }
      guard scan.isWord(index) else { return false }
      if scan.words.exampleWords.contains(scan.id(index)) {
        return index > scan.sentenceStart(index) + 1
      }
    }
    return false
  }

  /// `trú tại xã Văn Lâm, Hưng Yên`: where somebody lives.
  func isResidence(in scan: Scan) -> Bool {
    var index = range.lowerBound - 1
    let lowest = max(0, index - 14)
    while index > lowest, scan.isOfAddress(index) { index -= 1 }
    if scan.id(index) == scan.words.at || scan.id(index) == scan.words.inside { index -= 1 }
    return scan.id(index) == scan.words.residence
  }

  /// `Cầu Gành, Bến Tre. Ảnh: TTXVN`: what a picture shows.
  func isCaption(in scan: Scan) -> Bool {
    var index = scan.sentenceEnd(range.upperBound)
    for _ in 0..<3 {
      if scan.id(index) == scan.words.picture { return scan.tokens[index].isCapitalized }
      guard index < scan.count, !scan.isWord(index), !scan.isNumber(index) else { return false }
      index += 1
    }
    return false
  }

  /// Stands in brackets.
  func isBracketed(in scan: Scan) -> Bool {
    scan.isBracketed(range.lowerBound, since: scan.sentenceStart(range.lowerBound))
  }

  /// Stands in brackets, and says no more than where what stands before them is.
  func isAside(in scan: Scan) -> Bool {
    let lowest = max(0, range.lowerBound - 16)
    guard scan.isBracketed(range.lowerBound, since: lowest) else { return false }
    var open = range.lowerBound - 1
    while open > lowest, !scan.isMark(open, Mark.open) { open -= 1 }
    // Công an xã Phú Lâm (huyện An Khê, Bắc Ninh): they say where that is.
    var name = open - 1
    while name > 0, open - name <= 4, scan.isWord(name), scan.tokens[name].isCapitalized {
      name -= 1
    }
    return name == open - 1
      || !scan.words.communeKinds.contains(scan.id(name))
        && !scan.words.districtKinds.contains(scan.id(name))
  }
}

extension Scan {
  /// Xuất, nhập; not nhập viện, xuất hiện.
  @inline(__always)
  func isTradeWord(_ index: Int) -> Bool {
    words.tradeWords.contains(id(index)) && !words.untraded.contains(id(index + 1))
  }

  /// `Tỉnh đã thành lập`, `trên địa bàn TP`: the word for the one province that a text is about,
  /// without a name; not `các tỉnh`, `63 tỉnh`, `cấp tỉnh`, `TP Quy Nhơn`.
  @inline(__always)
  func isLocalWord(_ index: Int, ofCity isCity: Bool) -> Bool {
    let id = id(index)
    guard id == words.province || isCity && (id == words.street || id == words.town) else {
      return false
    }
    return isUnnamedArea(index, id)
  }

  private func isUnnamedArea(_ index: Int, _ id: UInt32) -> Bool {
    if id == words.province {
      return !isNumber(index - 1) && !words.determiners.contains(self.id(index - 1))
        && !isNamed(index + 1)
    }
    let isTown = id == words.street && self.id(index - 1) == words.city
    guard isTown || id == words.town, !isNamed(index + 1) else { return false }
    let before = isTown ? index - 2 : index - 1
    return !isNumber(before) && !words.determiners.contains(self.id(before))
      && !isMark(before, Mark.comma)
  }

  /// A name, a kind of area, or a mark between them.
  func isOfAddress(_ index: Int) -> Bool {
    if isWord(index) {
      let id = id(index)
      return tokens[index].isCapitalized || words.communeKinds.contains(id)
        || words.determiners.contains(id) || id == words.township || id == words.city
        || id == words.and || id == words.province || words.districtKinds.contains(id)
    }
    return isMark(index, Mark.comma) || isMark(index, Mark.open) || isMark(index, Mark.hyphen)
      || isMark(index, Mark.period) && !isSentenceEnd(index)
  }

  /// A name goes on behind a kind of area.
  private func isNamed(_ index: Int) -> Bool {
    let next = isMark(index, Mark.period) && isGlued(index) ? index + 1 : index
    return isWord(next) && tokens[next].isCapitalized && !isSentenceEnd(next - 1)
  }
}
