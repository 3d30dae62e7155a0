import Lexing
import Rules

/// The run of characters without spaces around a number, and which shapes' literals stand in it.
///
/// Found once for all the numbers of a run: a text without spaces must not be searched again for
/// each of its numbers.
final class ChunkFinder {
  /// Byte offsets, half-open; a run longer than ``reach`` both ways is cut.
  private(set) var start = 0
  private(set) var end = 0
  /// For each row of `shapes.csv`, whether one of its literals stands in the run.
  private(set) var holdsLiteral: [Bool] = []

  private static let reach = 1000

  func find(around token: Token, in scan: Scan) {
    let first = Int(token.start)
    let last = Int(token.end)
    if !holdsLiteral.isEmpty, first >= start, last <= end { return }
    let text = scan.text
    start = first
    let lowest = max(0, first - Self.reach)
    while start > lowest, text[start - 1] > 0x20 { start -= 1 }
    // A character is never cut.
    while start < text.count, text[start] & 0xC0 == 0x80 { start += 1 }
    end = last
    let highest = min(text.count, last + Self.reach)
    while end < highest, text[end] > 0x20 { end += 1 }
    holdsLiteral = scan.rules.shapes.map { rule in
      rule.literals.contains { contains($0, in: text) }
    }
  }

  private func contains(_ literal: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard end - start >= literal.count else { return false }
    for position in start...(end - literal.count) where text[position] == literal[0] {
      var offset = 1
      while offset < literal.count, text[position + offset] == literal[offset] { offset += 1 }
      if offset == literal.count { return true }
    }
    return false
  }
}
