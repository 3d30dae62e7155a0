import Examples
import Glibc
import Model
import Rules
import Warehouse

/// One promise with what breaks it.
public struct Promise {
  public var name: String
  /// What must hold, in a sentence.
  public var text: String
  public var columns: [String] = []
  /// The first rows that break it.
  public var rows: [[SQLValue]] = []
  /// How many break it.
  public var broken = 0

  init(_ result: CheckResult) {
    self.init(
      name: result.name, text: result.promise, columns: result.columns, rows: result.rows,
      broken: result.count)
  }

  init(
    name: String, text: String, columns: [String] = [], rows: [[SQLValue]] = [], broken: Int = 0
  ) {
    self.name = name
    self.text = text
    self.columns = columns
    self.rows = rows
    self.broken = broken
  }

  /// A line for each row that breaks it, with what it is about.
  var lines: [String] {
    let shown = rows.map { row in
      let cells = zip(columns, row).map { "\($0.0)=\($0.1)" }
      return "  \(Words.line(cells.joined(separator: " ")))"
    }
    let more = broken - rows.count
    return more > 0 ? shown + ["  and \(Numbers.grouped(more)) more"] : shown
  }
}

/// The promises of the pipeline, the rules and the warehouse, checked one after the other.
public struct PromiseCheck {
  let root: Root
  /// The warehouse; it is left out when there is no such file.
  let warehouse: String

  public init(root: Root, warehouse: String) {
    self.root = root
    self.warehouse = warehouse
  }

  /// Checks all of them. Throws `WarehouseError` and `SQLiteError` when a check cannot be run.
  public func run() throws -> [Promise] {
    var promises = [readable("pipeline", "the pipeline file can be read", pipeline)]
    let rules = Result { try RuleSet(folder: root.rules) }
    promises.append(
      readable("rules", "every rule table can be read") { try rules.get().communes.read() })
    if case .success(let rules) = rules { promises.append(examples(rules)) }
    guard access(warehouse, F_OK) == 0 else { return promises }
    let opened = try Warehouse.open(
      path: warehouse, schemaFolder: root.schema, viewsFolder: root.views, mode: .readOnly)
    return promises + (try opened.checks.run(folder: root.checks)).map(Promise.init)
  }

  private func pipeline() throws {
    if access(root.pipeline, F_OK) == 0 { _ = try PipelineFile(path: root.pipeline) }
  }

  /// Every example is met, and every row of the rules is met by an example.
  private func examples(_ rules: RuleSet) -> Promise {
    var promise = readable("examples", "every example is met, and every rule has one") {}
    promise.columns = ["example", "error"]
    guard access(root.examples, F_OK) == 0 else { return promise }
    do {
      let runner = ExampleRunner(rules: rules)
      var failures = try ExampleFolder.load(root.examples).flatMap(runner.failures)
      failures += try RowExamples(examplesFolder: root.examples, rulesFolder: root.rules)
        .failures(rules: rules)
      promise.broken = failures.count
      promise.rows = failures.prefix(Checks.rowsShown).map {
        [.text($0.origin), .text($0.message)]
      }
    } catch {
      promise.rows = [[.text("\(error)"), .null]]
      promise.broken = 1
    }
    return promise
  }

  private func readable(_ name: String, _ text: String, _ read: () throws -> Void) -> Promise {
    var promise = Promise(name: name, text: text, columns: ["error"])
    do { try read() } catch {
      promise.rows = [[.text("\(error)")]]
      promise.broken = 1
    }
    return promise
  }

  /// What people read.
  public static func text(_ promises: [Promise]) -> String {
    var lines: [String] = []
    for promise in promises {
      let mark = promise.broken == 0 ? "ok    " : "broken"
      lines.append("\(mark)  \(promise.name): \(promise.text)")
      lines += promise.lines
    }
    return lines.map { "\($0)\n" }.joined()
  }

  /// What machines read: one array, an object for each promise.
  public static func json(_ promises: [Promise]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for promise in promises {
      writer.beginObject()
      writer.member("name", promise.name)
      writer.member("promise", promise.text)
      writer.member("status", promise.broken == 0 ? "pass" : "fail")
      writer.member("broken", promise.broken)
      writer.key("rows")
      writer.beginArray()
      for row in promise.rows {
        writer.beginObject()
        for (column, value) in zip(promise.columns, row) {
          writer.key(named: column)
          value.writeJSON(to: &writer)
        }
        writer.endObject()
      }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
    writer.newline()
    return writer.bytes
  }
}
