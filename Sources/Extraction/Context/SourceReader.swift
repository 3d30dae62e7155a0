import Lexing
import Rules

/// Who is cited, and the row whose words say so.
struct Citation {
  var tokens: Range<Int>
  var cue: Hit
}

/// Finds who is cited for the figures of a sentence.
struct SourceReader {
  let scan: Scan

  /// `Theo Sở TT&TT, …`, `Giám đốc … cho biết …`; the tokens of the one cited.
  func source(in sentence: Sentence) -> Citation? {
    // Most sentences have no such word.
    sentence.roles.contains(.source) ? source(in: sentence.tokens, from: sentence.landmark) : nil
  }

  private func source(in sentence: Range<Int>, from landmark: Int) -> Citation? {
    for hit in scan.hits.all(
      in: sentence, from: landmark, of: [.sourceBefore, .sourceAfter], at: .source)
    {
      let role = scan.rules.sources[Int(hit.row)].role
      if hit.table == .sourceBefore, role != .none,
        let cited = cited(after: Int(hit.end), in: sentence)
      {
        return Citation(tokens: cited, cue: hit)
      }
      if hit.table == .sourceAfter, role != .afterName || isBehindName(Int(hit.start)),
        let cited = cited(before: Int(hit.start), in: sentence)
      {
        return Citation(tokens: cited, cue: hit)
      }
    }
    return nil
  }

  /// The name behind theo, up to the comma.
  private func cited(after start: Int, in sentence: Range<Int>) -> Range<Int>? {
    var end = start
    while end < sentence.upperBound, end - start <= 16 {
      let token = scan.tokens[end]
      if token.kind == .mark, token.id == Mark.comma || token.id == Mark.colon { break }
      if token.kind == .mark, token.id == Mark.open { break }
      if scan.hits.starting(at: end, .sourceAfter) != nil, end > start { break }
      end += 1
    }
    // Without a capital nobody is named: theo đó, theo quy định.
    guard end > start, end - start <= 16, !scan.isNumber(start),
      (start..<end).contains(where: { scan.tokens[$0].isCapitalized })
    else { return nil }
    return start..<end
  }

  /// The name before cho biết, back to the clause's start.
  private func cited(before end: Int, in sentence: Range<Int>) -> Range<Int>? {
    var start = end
    while start > sentence.lowerBound, end - start < 16 {
      let token = scan.tokens[start - 1]
      if token.kind == .mark, token.id == Mark.semicolon || token.id == Mark.colon { break }
      if token.kind == .number { return nil }
      start -= 1
    }
    guard end - start >= 1, end - start < 16,
      (start..<end).contains(where: { scan.tokens[$0].isCapitalized && $0 != sentence.lowerBound })
    else { return nil }
    return named(start..<end)
  }

  /// Without `Tuy nhiên,` before and `cũng` behind; and without what happened meanwhile: `Nói tại cuộc
  /// họp, ông Nam`.
  private func named(_ range: Range<Int>) -> Range<Int>? {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, isLoose(high - 1) { high -= 1 }
    let comma = (low..<high).last {
      scan.isMark($0, Mark.comma) && $0 + 2 < high && scan.tokens[$0 + 1].isCapitalized
    }
    // Ông Nam, Giám đốc Sở: the name and what its bearer is.
    if let comma, !scan.hits.hasStart(at: low, .nameCue) { low = comma + 1 }
    while low < high, isLoose(low) { low += 1 }
    return low < high ? low..<high : nil
  }

  private func isLoose(_ index: Int) -> Bool {
    scan.tokens[index].kind == .mark && !scan.isMark(index, Mark.close)
      || scan.hits.isPredicate(index) && !scan.isPartOfProperName(index)
  }

  /// Sở Y tế báo cáo, UBND tỉnh thống kê; not thu thập thông tin.
  private func isBehindName(_ index: Int) -> Bool {
    var last = index - 1
    while last > 0, scan.isWord(last), scan.hits.isPredicate(last), !scan.isPartOfProperName(last) {
      last -= 1
    }
    if scan.words.areaKinds.contains(scan.id(last)) || scan.isMark(last, Mark.close) { return true }
    // Bộ Y tế: not every word of a name has its capital.
    return (max(0, last - 2)...max(0, last)).contains {
      scan.isWord($0) && scan.tokens[$0].isCapitalized && $0 >= scan.sentenceStart(last)
    }
  }
}
