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
    while start > lowest, text[start - 1] > 0x20, !Self.isWideSpace(text, endingAt: start) {
      start -= 1
    }
    // A character is never cut.
    while start < text.count, text[start] & 0xC0 == 0x80 { start += 1 }
    var end = last
    let highest = min(text.count, last + Self.reach)
    while end < highest, text[end] > 0x20, !Self.isWideSpace(text, at: end) { end += 1 }
    self.start = start
    self.end = end
    held = scan.rules.shapeIndex.held(in: UnsafeBufferPointer(rebasing: text[start..<end]))
  }

  private static func isWideSpace(
    _ text: UnsafeBufferPointer<UInt8>, endingAt end: Int
  ) -> Bool {
    guard text[end - 1] & 0xC0 == 0x80 else { return false }
    return end >= 2 && isWideSpace(text, at: end - 2) || end >= 3 && isWideSpace(text, at: end - 3)
  }

  /// A no-break, thin or narrow space at the byte.
  private static func isWideSpace(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch text[index] {
    case 0xC2: index + 1 < text.count && text[index + 1] == 0xA0
    case 0xE2:
      index + 2 < text.count && text[index + 1] == 0x80
        && (text[index + 2] <= 0x8A || text[index + 2] == 0xAF)
    default: false
    }
  }
}
