import Glibc
import Tables

/// The example tables of a folder.
public enum ExampleFolder {
  /// All examples in `folder`'s `*.csv`, tables in the order of their names; the templates, which
  /// are of another shape, are left out.
  ///
  /// Throws ``TableError`` with file, line and column for a row that cannot be read.
  public static func load(_ folder: String) throws(TableError) -> [Example] {
    var examples: [Example] = []
    for name in try names(in: folder) where name != templatesName {
      let path = "\(folder)/\(name)"
      let table = try Table.read(
        path: path, columns: ["text", "expected"], optional: ["published", "note"])
      for row in table.rows { examples.append(try Example(row, path: path)) }
    }
    return examples
  }

  static let templatesName = "templates.csv"

  private static func names(in folder: String) throws(TableError) -> [String] {
    guard let directory = opendir(folder) else {
      throw TableError(
        path: folder, message: "cannot be read: \(String(cString: strerror(errno)))")
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".csv") { names.append(name) }
    }
    return names.sorted()
  }
}
