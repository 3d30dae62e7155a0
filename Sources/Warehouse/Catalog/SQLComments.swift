/// What the comments in a `CREATE` statement say about its table or view, and about its columns.
///
/// That of the whole stands before the statement, or first behind its opening parenthesis or its
/// `AS`. That of a column stands behind it on its line, and may go on below, indented as far; or on
/// lines of its own before it.
struct SQLComments {
  private static let exampleMark = "Example: "

  /// Empty when there is none.
  private(set) var whole = ""
  /// The statement of the line that begins with `Example:`.
  private(set) var example: String?
  private(set) var columns: [String: String] = [:]

  init(of sql: String) {
    let pieces = SQLScanner.pieces(of: sql)
    let create = pieces.firstIndex { $0.isWord("CREATE") } ?? pieces.count
    let before = pieces[..<create].filter { $0.kind == .comment }
    var body = Self.body(pieces[create...])
    let inside = body.prefix { $0.kind == .comment }
    body = body.dropFirst(inside.count)
    let lines = (before + inside).map(\.text)
    example = lines.first { $0.hasPrefix(Self.exampleMark) }
      .map { String($0.dropFirst(Self.exampleMark.count)) }
    whole = lines.filter { !$0.isEmpty && !$0.hasPrefix(Self.exampleMark) }
      .joined(separator: " ")
    let isSelect = body.first.map { $0.isWord("SELECT") || $0.isWord("WITH") } ?? false
    for item in Self.items(isSelect ? Self.selected(body) : body) where !item.comment.isEmpty {
      // A result column is named last, a column of a table first.
      guard let name = isSelect ? item.pieces.last : item.pieces.first else { continue }
      columns[name.text] = item.comment
    }
  }

  /// What stands between a table's parentheses, or behind a view's `AS`.
  private static func body(_ pieces: ArraySlice<SQLPiece>) -> ArraySlice<SQLPiece> {
    let isView = pieces.prefix(4).contains { $0.isWord("VIEW") }
    let start = pieces.firstIndex { isView ? $0.isWord("AS") : $0.isSymbol("(") }
    return start.map { pieces[($0 + 1)...] } ?? []
  }

  /// The result columns of the outermost `SELECT`.
  private static func selected(_ body: ArraySlice<SQLPiece>) -> ArraySlice<SQLPiece> {
    var depth = 0
    var first: Int?
    for index in body.indices {
      if body[index].isSymbol("(") { depth += 1 }
      if body[index].isSymbol(")") { depth -= 1 }
      guard depth == 0 else { continue }
      if first == nil, body[index].isWord("SELECT") { first = index + 1 }
      if let first, body[index].isWord("FROM") { return body[first..<index] }
    }
    return first.map { body[$0...] } ?? []
  }

  private struct Item {
    var pieces: [SQLPiece] = []
    /// From lines of its own before the column.
    var before: [SQLPiece] = []
    /// From behind the column.
    var behind: [SQLPiece] = []

    var comment: String {
      (behind.isEmpty ? before : behind).map(\.text).joined(separator: " ")
    }
  }

  private static func items(_ body: ArraySlice<SQLPiece>) -> [Item] {
    var items = [Item()]
    var depth = 0
    for piece in body {
      switch piece {
      case _ where piece.kind == .comment: if depth == 0 { add(comment: piece, to: &items) }
      case _ where piece.isSymbol(",") && depth == 0: items.append(Item())
      case _ where piece.isSymbol(")") && depth == 0: return items
      default:
        if piece.isSymbol("(") { depth += 1 }
        if piece.isSymbol(")") { depth -= 1 }
        items[items.count - 1].pieces.append(piece)
      }
    }
    return items
  }

  /// Finds out which column a comment is about: the last one is at work, or only begun by a comma.
  private static func add(comment: SQLPiece, to items: inout [Item]) {
    let last = items.count - 1
    let at = items[last].pieces.isEmpty && last > 0 ? last - 1 : last
    let isAligned = items[at].behind.last.map { $0.column == comment.column } ?? false
    if !comment.isFirstOnLine || (isAligned && items[last].before.isEmpty) {
      items[at].behind.append(comment)
    } else {
      items[last].before.append(comment)
    }
  }
}
