import Glibc

/// A script of one of the folders of the warehouse's data.
struct SQLFile: Sendable, Hashable {
  /// The file's name without `.sql`.
  var name: String
  var path: String
  var text: String
}

/// The `.sql` files of a folder, in the order of their names.
enum SQLFolder {
  /// Throws ``WarehouseError/unusableFile(path:reason:)``.
  static func read(_ folder: String) throws(WarehouseError) -> [SQLFile] {
    var files: [SQLFile] = []
    for entry in try entries(of: folder) where entry.hasSuffix(".sql") && !entry.hasPrefix(".") {
      let path = folder + "/" + entry
      files.append(SQLFile(name: String(entry.dropLast(4)), path: path, text: try text(of: path)))
    }
    return files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func entries(of folder: String) throws(WarehouseError) -> [String] {
    guard let directory = opendir(folder) else { throw failure(folder) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }

  private static func text(of path: String) throws(WarehouseError) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .unusableFile(path: path, reason: "not UTF-8")
    }
    return text
  }

  private static func failure(_ path: String) -> WarehouseError {
    .unusableFile(path: path, reason: String(cString: strerror(errno)))
  }
}
