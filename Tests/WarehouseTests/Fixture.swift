import Glibc
import Model

@testable import Warehouse

/// A warehouse in a folder of its own, which goes away with it.
final class Fixture {
  static let root = String(#filePath.dropLast("/Tests/WarehouseTests/Fixture.swift".count))
  static let schema = root + "/Warehouse/schema"
  static let views = root + "/Warehouse/views"
  static let checks = root + "/Warehouse/checks"
  static let queries = root + "/Warehouse/queries"

  let folder: String
  var path: String { folder + "/solieu.sqlite" }

  init() throws {
    var template = Array("/tmp/solieu-warehouse-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw Failure.noFolder }
    folder = String(cString: made)
  }

  deinit {
    for entry in ["", "-wal", "-shm"] { unlink(path + entry) }
    for made in files.reversed() { unlink(made) }
    for made in folders.reversed() { rmdir(made) }
    rmdir(folder)
  }

  enum Failure: Error { case noFolder, notWritten }

  private var files: [String] = []
  private var folders: [String] = []

  func makeFolder(_ name: String) -> String {
    let made = folder + "/" + name
    mkdir(made, 0o755)
    folders.append(made)
    return made
  }

  func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw Failure.notWritten }
    defer { fclose(file) }
    fputs(text, file)
    files.append(path)
  }

  func open(_ mode: Warehouse.Mode = .write) throws -> Warehouse {
    try Warehouse.open(
      path: path, schemaFolder: Self.schema, viewsFolder: Self.views, mode: mode)
  }
}

extension Warehouse {
  func begin(rules: String = "r1", program: String = "1.0.0") throws -> RunID {
    try ledger.begin(programVersion: program, rulesDigest: rules, arguments: "run").id
  }

  /// The first value of the first row.
  func value(_ sql: String) throws -> SQLValue? { try query(sql).next()?.first }

  /// All rows as texts, columns separated by a bar.
  func lines(_ sql: String) throws -> [String] {
    try query(sql).rows().map { $0.map(\.description).joined(separator: "|") }
  }

  /// Changes what no program should.
  func tamper(_ sql: String) throws {
    try connection.execute("PRAGMA foreign_keys = OFF; \(sql)")
  }

  /// The names of the checks that fail.
  func brokenPromises() throws -> [String] {
    try checks.run(folder: Fixture.checks).filter { !$0.isKept }.map(\.name)
  }
}
