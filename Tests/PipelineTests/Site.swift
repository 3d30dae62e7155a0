import Glibc
import Model
import Rules
import Warehouse

@testable import Pipeline

/// A folder of raw files with a warehouse of its own, which goes away with it.
final class Site {
  static let package = String(#filePath.dropLast("/Tests/PipelineTests/Site.swift".count))
  static let root = Root(path: package)
  static let rules = Result { try RuleSet(folder: root.rules) }

  let folder: String
  var raw: String { folder + "/raw" }
  /// The name of the warehouse's file.
  var name = "solieu.sqlite"
  var warehouse: String { "\(folder)/\(name)" }

  init() {
    var template = Array("/tmp/solieu-pipeline-XXXXXX".utf8CString)
    mkdtemp(&template)
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    mkdir(raw, 0o755)
  }

  deinit { Self.remove(folder) }

  private static func remove(_ path: String) {
    if let names = names(path) {
      for name in names { remove("\(path)/\(name)") }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  static func names(_ folder: String) -> [String]? {
    guard let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      names.append(String(decoding: name, as: UTF8.self))
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  /// Writes a raw file and gives its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try writeFile("\(raw)/\(name)", bytes)
    return "\(raw)/\(name)"
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  /// Makes a folder besides that of the raw files and gives its path.
  func makeFolder(_ name: String) throws -> String {
    let path = "\(folder)/\(name)"
    guard mkdir(path, 0o755) == 0 else { throw PipelineError("\(name): cannot be made") }
    return path
  }

  func removeRaw(_ name: String) throws {
    guard unlink("\(raw)/\(name)") == 0 else { throw PipelineError("\(name): is missing") }
  }

  /// Lays copies of the package's sample articles among the raw files.
  func addSamples() throws {
    for name in Self.names(Self.package + "/Raw") ?? [] {
      let bytes = try Self.bytes(Self.package + "/Raw/" + name)
      try write(name, bytes)
    }
  }

  /// Many small documents in one file.
  func addLines(_ count: Int, named name: String = "many.jsonl") throws {
    var text = ""
    for number in 1...count {
      text += "{\"id\": \"d\(number)\", \"text\": \"Đến ngày 12/10/2023, doanh thu đạt "
      text += "\(number),5 tỷ đồng, tăng \(number % 90)%.\"}\n"
    }
    try write(name, text)
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw PipelineError("\(path): is missing") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes.append(contentsOf: buffer[..<count])
    }
    return bytes
  }

  func options(jobs: Int = 2) -> NightlyRun.Options {
    NightlyRun.Options(
      root: Self.root, sources: [PipelineFile.Source(name: "raw", paths: [raw])],
      rules: Self.root.rules, warehouse: warehouse, jobs: jobs)
  }

  @discardableResult
  func run(_ change: (inout NightlyRun.Options) -> Void = { _ in }) throws -> RunReport {
    var options = options()
    change(&options)
    return try NightlyRun(options).run()
  }

  func open() throws -> Warehouse { try options().open(.readOnly) }

  /// The rows of a query, columns separated by a bar.
  func rows(_ sql: String) throws -> [String] {
    try open().query(sql).rows().map { row in
      row.map { "\($0)" }.joined(separator: "|")
    }
  }

  /// All rows of all tables; of the ledger of runs only what does not depend on the clock.
  func dump() throws -> [String] {
    // How the full-text index lies in its pages depends on where transactions ended.
    let tables = try rows(
      """
      SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
        AND name NOT GLOB 'sentence_search*' ORDER BY 1
      """)
    var lines: [String] = []
    for table in tables where table != "run" {
      lines += try rows("SELECT * FROM \"\(table)\"").map { "\(table): \($0)" }.sorted()
    }
    return lines
  }

  /// The ledger without its times.
  func ledger() throws -> [String] {
    try rows(
      """
      SELECT run_id, status, files_seen, documents_new, documents_changed, documents_reread,
        documents_unchanged, documents_unreadable, figures_added, figures_superseded,
        rejections_added
      FROM runs ORDER BY run_id
      """)
  }

  /// The promises that the warehouse breaks.
  func broken() throws -> [String] {
    try open().checks.run(folder: Self.root.checks).filter { !$0.isKept }.map(\.name)
  }
}
