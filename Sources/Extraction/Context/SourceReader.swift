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
  func source(in sentence: Range<Int>) -> Citation? {
    for hit in scan.hits.all(in: sentence, of: [.sourceBefore, .sourceAfter], at: .source) {
      if hit.table == .sourceBefore, let cited = cited(after: Int(hit.end), in: sentence) {
        return Citation(tokens: cited, cue: hit)
      }
      if hit.table == .sourceAfter, let cited = cited(before: Int(hit.start), in: sentence) {
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
    guard end > start, end - start <= 16,
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
    return start..<end
  }
}
