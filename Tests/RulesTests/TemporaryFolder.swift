import Glibc

/// A folder that goes, with the files in it, when the test is over.
final class TemporaryFolder {
  let path: String
  private var names: [String] = []

  init() {
    var template = Array("/tmp/solieu-rules-XXXXXX".utf8CString)
    mkdtemp(&template)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// True where all of it was written.
  func write(_ bytes: [UInt8], to name: String) -> Bool {
    guard let file = fopen("\(path)/\(name)", "w") else { return false }
    defer { fclose(file) }
    names.append(name)
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }
}
