import Lexing
import Rules

/// A phrase of a table found in the text.
struct Hit {
  /// Token positions, half-open.
  var start: Int32
  var end: Int32
  var row: Int32
  var table: RuleTable

  var range: Range<Int> { Int(start)..<Int(end) }

  @inline(__always)
  init(_ entry: PhraseTrie.Entry, at token: Int, _ table: RuleTable) {
    start = Int32(truncatingIfNeeded: token)
    end = Int32(truncatingIfNeeded: token &+ Int(entry.length))
    row = entry.row
    self.table = table
  }

  /// What is found by other means than the trie.
  init(range: Range<Int>, row: Int32, table: RuleTable) {
    start = Int32(truncatingIfNeeded: range.lowerBound)
    end = Int32(truncatingIfNeeded: range.upperBound)
    self.row = row
    self.table = table
  }
}

/// Phrases in the order of their starts, the longest of each table at each token; found by the roles
/// of their first words, without looking at all tokens.
struct HitSequence: Sequence, IteratorProtocol {
  let hits: Hits
  let tables: TableSet
  let roles: WordRoles
  private let end: Int
  /// The position among the landmarks, and the next phrase at it.
  private var position: Int
  private var number = 0

  init(_ hits: Hits, in tokens: Range<Int>, of tables: TableSet, at roles: WordRoles) {
    self.init(
      hits, upTo: tokens.upperBound, from: hits.firstLandmark(at: tokens.lowerBound), of: tables,
      at: roles)
  }

  @inline(__always)
  init(
    _ hits: Hits, upTo end: Int, from landmark: Int, of tables: TableSet, at roles: WordRoles
  ) {
    self.hits = hits
    self.tables = tables
    self.roles = roles
    position = landmark
    self.end = Swift.min(end, hits.count)
  }

  @inline(__always)
  mutating func next() -> Hit? {
    while position < hits.landmarks.count {
      let landmark = hits.landmarks[position]
      let token = Int(landmark.token)
      guard token < end else { return nil }
      if !landmark.roles.isDisjoint(with: roles) {
        if let hit = hits.next(at: token, of: tables, from: &number) { return hit }
      }
      position &+= 1
      number = 0
    }
    return nil
  }
}
