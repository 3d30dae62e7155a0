import Glibc
import Pipeline

/// A folder of this run's own for what it makes on the way.
struct ScratchFolder {
  let path: String

  init() throws {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/solieu-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw BenchError.system("\(base): no folder in it") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Removes the files in it whose names start so.
  func clear(_ prefix: String) {
    for name in names() where name.hasPrefix(prefix) { unlink(file(name)) }
  }

  /// Removes it with all that is in it.
  func remove() { Self.remove(path) }

  private static func remove(_ folder: String) {
    for name in names(in: folder) {
      if unlink("\(folder)/\(name)") != 0 { remove("\(folder)/\(name)") }
    }
    rmdir(folder)
  }

  private func names() -> [String] { Self.names(in: path) }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}

func makeFolder(_ path: String) throws {
  guard mkdir(path, 0o755) == 0 else { throw BenchError.system(path) }
}

/// Makes a file and lets `body` write it piece by piece.
func makeFile(_ path: String, _ body: (Output) throws -> Void) throws {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw BenchError.system(path) }
  defer { close(descriptor) }
  let output = Output(descriptor: descriptor, name: path)
  try body(output)
  try output.flush()
}

/// Writes a whole file in one go.
func writeFile(_ path: String, _ bytes: [UInt8]) throws {
  try makeFile(path) { try $0.write(bytes) }
}
