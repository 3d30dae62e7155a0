import CSQLite

/// The first thing that a query asked leave for and did not get.
final class Refusal {
  private var deed: String?

  var message: String {
    "a query may only read, and this one would \(deed ?? "do more")"
  }

  func note(_ action: Int32, _ name: String) {
    deed = deed ?? Self.deed(action, name)
  }

  private static func deed(_ action: Int32, _ name: String) -> String {
    // Before it makes or drops anything, the engine asks to write to its own tables.
    if name.hasPrefix("sqlite_") { return "change the schema" }
    return switch action {
    case SQLITE_INSERT: "insert into \(name)"
    case SQLITE_UPDATE: "update \(name)"
    case SQLITE_DELETE: "delete from \(name)"
    case SQLITE_ATTACH: "attach another file"
    case SQLITE_DETACH: "detach a file"
    case SQLITE_PRAGMA: "use PRAGMA \(name)"
    case SQLITE_READ: "use \(name)"
    case SQLITE_TRANSACTION, SQLITE_SAVEPOINT: "begin or end a transaction"
    case SQLITE_ANALYZE, SQLITE_REINDEX: "write to indexes"
    default: "change the schema"
    }
  }
}
