import Glibc
import Ingest
import Model

/// A folder of raw files that goes when the test is over.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/solieu-ingest-XXXXXX".utf8CString)
    mkdtemp(&template)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// How the files are read: by the rules of the project.
  static let options: IngestOptions = {
    let headers = (try? projectRules.get().headers) ?? HeaderRules()
    var options = IngestOptions(
      pageRules: (try? PageRules(path: rules + "/html.csv", headers: headers)) ?? PageRules())
    options.headers = headers
    return options
  }()

  /// The tables of the project.
  static let rules: String =
    String(#filePath.dropLast("/Tests/IngestTests/TemporaryFolder.swift".count))
    + "/Pipelines/rules"

  deinit { Self.removeAll(Array(path.utf8)) }

  /// Works on bytes, since a test makes a name that is not UTF-8.
  private static func removeAll(_ path: [UInt8]) {
    let name = path.map { CChar(bitPattern: $0) } + [0]
    var status = stat()
    if lstat(name, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, let folder = opendir(name) {
      while let entry = readdir(folder) {
        let child = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
        if child != [0x2E], child != [0x2E, 0x2E] { removeAll(path + [0x2F] + child) }
      }
      closedir(folder)
    }
    remove(name)
  }

  /// Writes a file, making the folders that it lies in, and gives its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) -> String {
    let parts = name.split(separator: "/")
    for count in 1..<max(parts.count, 1) {
      mkdir("\(path)/\(parts[..<count].joined(separator: "/"))", 0o755)
    }
    let file = fopen("\(path)/\(name)", "w")
    if !bytes.isEmpty { fwrite(bytes, 1, bytes.count, file) }
    if let file { fclose(file) }
    return "\(path)/\(name)"
  }

  @discardableResult
  func write(_ name: String, _ text: String) -> String { write(name, Array(text.utf8)) }

  func link(_ name: String, to target: String) { symlink(target, "\(path)/\(name)") }

  /// What ``RawFiles`` gives for the whole folder, or for one file of it.
  func items(_ name: String? = nil, options: IngestOptions = options) -> [IngestItem] {
    var items: [IngestItem] = []
    RawFiles.read(
      paths: [name.map { "\(path)/\($0)" } ?? path], options: options
    ) { items.append($0) }
    return items
  }

  func documents(_ name: String? = nil, options: IngestOptions = options) -> [Document] {
    items(name, options: options).compactMap(\.document)
  }

  /// The rejections as `rule reason`, with the folder's path left out.
  func rejections(_ name: String? = nil, options: IngestOptions = options) -> [String] {
    items(name, options: options).compactMap(\.rejection).map { rejection in
      let words = "\(rejection.rule) \(rejection.reason)".split(separator: "\(path)/")
      return words.joined()
    }
  }
}

extension IngestOptions {
  /// With documents of so many bytes at most.
  static func limited(to bytes: Int) -> IngestOptions {
    var options = IngestOptions()
    options.limits.documentBytes = bytes
    return options
  }
}

extension IngestItem {
  var document: Document? {
    if case .document(let document) = self { return document }
    return nil
  }

  var rejection: Rejection? {
    if case .rejection(let rejection) = self { return rejection }
    return nil
  }
}

extension Document {
  var string: String { String(decoding: text, as: UTF8.self) }
}
