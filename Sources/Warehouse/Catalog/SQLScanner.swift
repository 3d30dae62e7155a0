/// A piece of a statement's text.
struct SQLPiece: Hashable {
  enum Kind { case word, quoted, string, number, parameter, symbol, comment }

  var kind: Kind
  /// As written; a comment without its signs, a quoted name without its quotes.
  var text: String
  /// The bytes that it takes, its signs and quotes among them.
  var bytes: Range<Int>
  /// Where its line begins.
  var lineStart: Int
  /// True when nothing stands before it on its line.
  var isFirstOnLine: Bool

  var column: Int { bytes.lowerBound - lineStart }

  /// True for a keyword, in whatever case.
  func isWord(_ keyword: String) -> Bool { kind == .word && text.uppercased() == keyword }

  func isSymbol(_ sign: String) -> Bool { kind == .symbol && text == sign }
}

/// Cuts a statement into pieces. It does not judge: SQLite does, when it prepares the statement.
struct SQLScanner {
  private let bytes: [UInt8]
  private var next = 0
  private var lineStart = 0
  private var isFirstOnLine = true

  static func pieces(of sql: String) -> [SQLPiece] {
    var scanner = SQLScanner(bytes: Array(sql.utf8))
    var pieces: [SQLPiece] = []
    while let piece = scanner.piece() { pieces.append(piece) }
    return pieces
  }

  /// The first piece of a text; nil when there is none.
  static func first(of sql: String) -> SQLPiece? {
    var scanner = SQLScanner(bytes: Array(sql.utf8))
    return scanner.piece()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func piece() -> SQLPiece? {
    while next < bytes.count, bytes[next] <= 0x20 { skipBlank() }
    guard next < bytes.count else { return nil }
    let start = next
    let line = lineStart
    let (kind, margins) = read()
    defer { isFirstOnLine = false }
    let inner = (start + margins.0)..<max(start + margins.0, next - margins.1)
    var text = String(decoding: bytes[inner], as: UTF8.self)
    if kind == .comment { text = text.split(separator: "\n").map(trimmed).joined(separator: " ") }
    return SQLPiece(
      kind: kind, text: text, bytes: start..<next, lineStart: line, isFirstOnLine: isFirstOnLine)
  }

  private mutating func skipBlank() {
    if bytes[next] == UInt8(ascii: "\n") {
      lineStart = next + 1
      isFirstOnLine = true
    }
    next += 1
  }

  private func trimmed(_ line: Substring) -> String {
    String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// Goes behind the piece, and tells its kind and what of it are signs and quotes.
  private mutating func read() -> (SQLPiece.Kind, (Int, Int)) {
    let first = bytes[next]
    let second = next + 1 < bytes.count ? bytes[next + 1] : 0
    switch (first, second) {
    case (UInt8(ascii: "-"), UInt8(ascii: "-")):
      skip { $0 != UInt8(ascii: "\n") }
      return (.comment, (2, 0))
    case (UInt8(ascii: "/"), UInt8(ascii: "*")): return (.comment, (2, skipBlockComment()))
    case (UInt8(ascii: "'"), _): return (.string, skipQuoted(by: first))
    case (UInt8(ascii: "\""), _), (UInt8(ascii: "`"), _): return (.quoted, skipQuoted(by: first))
    case (UInt8(ascii: "["), _): return (.quoted, skipQuoted(by: UInt8(ascii: "]")))
    case (UInt8(ascii: ":"), _), (UInt8(ascii: "@"), _), (UInt8(ascii: "$"), _):
      next += 1
      skip(while: Self.isPartOfWord)
      return (.parameter, (1, 0))
    case (UInt8(ascii: "0")...UInt8(ascii: "9"), _):
      skip { Self.isPartOfWord($0) || $0 == UInt8(ascii: ".") }
      return (.number, (0, 0))
    default:
      guard Self.isPartOfWord(first) else {
        next += 1
        return (.symbol, (0, 0))
      }
      skip(while: Self.isPartOfWord)
      return (.word, (0, 0))
    }
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private mutating func skip(while holds: (UInt8) -> Bool) {
    while next < bytes.count, holds(bytes[next]) { next += 1 }
  }

  /// Gives the length of the signs at the end, 0 when the comment is never closed.
  private mutating func skipBlockComment() -> Int {
    next += 2
    while next + 1 < bytes.count {
      if bytes[next] == UInt8(ascii: "*"), bytes[next + 1] == UInt8(ascii: "/") {
        next += 2
        return 2
      }
      skipBlank()
    }
    next = bytes.count
    return 0
  }

  private mutating func skipQuoted(by quote: UInt8) -> (Int, Int) {
    next += 1
    while next < bytes.count {
      if bytes[next] == quote {
        guard next + 1 < bytes.count, bytes[next + 1] == quote else {
          next += 1
          return (1, 1)
        }
        next += 1
      }
      skipBlank()
    }
    return (1, 0)
  }
}
