import Glibc

/// The folder that holds the program's data: `Pipelines/` with the rules, and `Warehouse/` with the
/// schema, the views, the checks and the queries.
public struct Root: Sendable, Hashable {
  public let path: String

  public init(path: String) { self.path = path }

  public var rules: String { join("Pipelines/rules") }
  public var pipeline: String { join("Pipelines/nightly.yaml") }
  public var schema: String { join("Warehouse/schema") }
  public var views: String { join("Warehouse/views") }
  public var checks: String { join("Warehouse/checks") }
  public var queries: String { join("Warehouse/queries") }
  public var surface: String { join("Warehouse/surface.yaml") }
  public var metadata: String { join("Warehouse/metadata.yaml") }
  public var examples: String { join("Pipelines/examples") }
  /// Where the warehouse is when nothing else is said.
  public var standardWarehouse: String { join("Warehouse/solieu.sqlite") }

  /// A path below the root; one that starts with `/` stays as it is.
  public func join(_ relative: String) -> String {
    if relative.hasPrefix("/") || path == "." { return relative }
    return path.hasSuffix("/") ? path + relative : "\(path)/\(relative)"
  }

  /// Finds the data: in the folder that is named; without one in the current folder, in the share
  /// folder that the program was installed with, or in the package that it was built in.
  ///
  /// Throws ``PipelineError``.
  public static func find(named: String?) throws(PipelineError) -> Root {
    if let named {
      guard holdsRules(named) else {
        throw PipelineError("\(named): holds no Pipelines/rules; name the folder that does")
      }
      return Root(path: named)
    }
    if holdsRules(".") { return Root(path: ".") }
    let program = executable()
    var folder = parent(of: program)
    let share = "\(parent(of: folder))/share/\(Program.name)"
    if holdsRules(share) { return Root(path: share) }
    while folder != "/" {
      if holdsRules(folder) { return Root(path: folder) }
      folder = parent(of: folder)
    }
    throw PipelineError(
      "no Pipelines/rules here, in \(share), or above \(program); name the folder by --root")
  }

  private static func holdsRules(_ folder: String) -> Bool {
    access("\(folder)/Pipelines/rules", R_OK) == 0
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// The program's own file, with all links followed.
  private static func executable() -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { return "/" }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
