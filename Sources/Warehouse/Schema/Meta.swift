/// The table of facts about the warehouse itself.
struct Meta {
  private let connection: Connection
  private let read: Statement
  private let write: Statement

  init(connection: Connection) throws(SQLiteError) {
    self.connection = connection
    read = try connection.prepare("SELECT value FROM meta WHERE name = ?")
    write = try connection.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)")
  }

  func value(of name: String) throws -> String? {
    var parameters = Parameters()
    parameters.add(name)
    return try read.firstRow(parameters) { $0.text(0) }
  }

  func remove(_ name: String) throws {
    var parameters = Parameters()
    parameters.add(name)
    try connection.prepare("DELETE FROM meta WHERE name = ?").execute(parameters)
  }

  func set(_ name: String, to value: String) throws {
    var parameters = Parameters()
    parameters.add(name)
    parameters.add(value)
    try write.execute(parameters)
  }
}
