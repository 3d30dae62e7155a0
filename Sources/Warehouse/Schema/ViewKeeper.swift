/// Keeps the views of a warehouse equal to the files that define them.
///
/// Views hold no data, so they are not migrated: when any of their files changed, all are dropped
/// and made again. A view is named as its file; views that others made are left alone.
struct ViewKeeper {
  let connection: Connection
  let files: [SQLFile]

  var digest: String {
    var fingerprint = Fingerprint()
    for file in files {
      fingerprint.add(file.name)
      fingerprint.add(file.text)
    }
    return fingerprint.hexadecimalText
  }

  /// Throws ``SQLiteError`` when a view's definition is wrong; the views then stay as they were.
  func update() throws {
    let meta = try Meta(connection: connection)
    guard try meta.value(of: "views_digest") != digest else { return }
    try connection.inTransaction {
      let old = try meta.value(of: "views")?.split(separator: " ").map(String.init) ?? []
      for name in old + files.map(\.name) {
        try connection.execute("DROP VIEW IF EXISTS \(Self.quoted(name))")
      }
      for file in files { try connection.execute(file.text) }
      // A view may name what is not there until it is used; use each, so that it shows here.
      for file in files {
        _ = try connection.prepare("SELECT * FROM \(Self.quoted(file.name)) LIMIT 0")
      }
      try meta.set("views", to: files.map(\.name).joined(separator: " "))
      try meta.set("views_digest", to: digest)
    }
  }

  static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
