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
  /// The rows of `shapes.csv` of which a literal stands in the run, as bits.
  private(set) var held: UInt64 = 0
  private var isFound = false

  private static let reach = 1000

  func find(around token: Token, in scan: Scan) {
    let first = Int(token.start)
    let last = Int(token.end)
    if isFound, first >= start, last <= end { return }
    isFound = true
    let text = scan.text
    var start = first
    let lowest = max(0, first - Self.reach)
    while start > lowest, text[start - 1] > 0x20 { start -= 1 }
    // A character is never cut.
    while start < text.count, text[start] & 0xC0 == 0x80 { start += 1 }
    var end = last
    let highest = min(text.count, last + Self.reach)
    while end < highest, text[end] > 0x20 { end += 1 }
    self.start = start
    self.end = end
    held = scan.rules.shapeIndex.held(in: UnsafeBufferPointer(rebasing: text[start..<end]))
  }
}
