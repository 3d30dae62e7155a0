import Glibc
import Model
import Tables

/// What a walk over files and folders comes across.
public enum SourceEntry: Sendable, Hashable {
  case file(SourceFile)
  case rejection(Rejection)
}

/// Gives the raw files below some paths: the paths as given, and within a folder the files in the
/// order of the bytes of their paths.
///
/// In a folder, hidden files, `manifest.csv`, `index.csv` and `README` files are no documents. A
/// folder is entered
/// once, and a linked file given once, however many links lead there.
public struct SourceWalker: Sequence, IteratorProtocol {
  private struct Pending {
    var path: String
    var isNamed: Bool
  }

  private struct FileKey: Hashable {
    var device: UInt
    var inode: UInt
  }

  /// What is still to be looked at, the next one last.
  private var pending: [Pending]
  private var enteredFolders: Set<FileKey> = []
  private var followedLinks: Set<FileKey> = []
  private var queuedRejections: [Rejection] = []
  private let globs: [Glob]
  /// What the paths are without links, with a `/` at the end: what lies elsewhere is not read.
  private let roots: [String]

  /// - Parameter globs: Patterns such as `*.html`, of which a file in a folder must match one; none
  ///   for all files. One with a `/` is compared with the path below the folder that was named.
  public init(paths: [String], globs: [String] = []) {
    self.globs = globs.map { Glob($0, below: paths) }
    roots = paths.compactMap { Self.realPath($0).map { $0 + "/" } }
    var seen: Set<String> = []
    pending = paths.filter { seen.insert($0).inserted }.reversed()
      .map { Pending(path: $0, isNamed: true) }
  }

  public mutating func next() -> SourceEntry? {
    while queuedRejections.isEmpty {
      guard let item = pending.popLast() else { return nil }
      if let entry = visit(item) { return entry }
    }
    return .rejection(queuedRejections.removeFirst())
  }

  private mutating func visit(_ item: Pending) -> SourceEntry? {
    var status = stat()
    guard lstat(item.path, &status) == 0 else { return unreadable(item.path, errno) }
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    // A link that leads nowhere, or round in a circle, fails here.
    if isLink, stat(item.path, &status) != 0 { return unreadable(item.path, errno) }
    if isLink, !item.isNamed, let target = outside(item.path) {
      return .rejection(
        Rejection(
          document: item.path, stage: .ingest, rule: "ingest:outside",
          reason:
            "\(item.path): leads to \(target), outside its source; add that to the source if it "
            + "belongs to it"))
    }
    let key = FileKey(device: UInt(status.st_dev), inode: UInt(status.st_ino))
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      guard enteredFolders.insert(key).inserted else { return nil }
      return enter(item.path)
    case S_IFREG:
      if isLink, !followedLinks.insert(key).inserted { return nil }
      return item.isNamed || globs.isEmpty || globs.contains { $0.matches(item.path) }
        ? file(item, status) : nil
    default:
      return item.isNamed ? file(item, status) : refuse(item.path, "is no regular file")
    }
  }

  private func file(_ item: Pending, _ status: stat) -> SourceEntry {
    .file(
      SourceFile(
        path: item.path, format: SourceFormat(path: Wrapper.innerName(of: item.path)),
        stamp: FileStamp(status), isNamed: item.isNamed))
  }

  /// Where a link leads, when that is outside of all that was named.
  private func outside(_ path: String) -> String? {
    guard let target = Self.realPath(path) else { return nil }
    return roots.contains { "\(target)/".hasPrefix($0) } ? nil : target
  }

  private static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Puts what a folder holds on the stack.
  private mutating func enter(_ path: String) -> SourceEntry? {
    let entries: [FolderListing.Entry]
    do throws(InputError) {
      entries = try FolderListing(path: path).entries
    } catch {
      return unreadable(path, error.code)
    }
    let prefix = path.utf8.last == UInt8(ascii: "/") ? path : path + "/"
    var found: [(key: [UInt8], path: String)] = []
    for entry in entries where !Self.isNoDocument(entry.name) {
      guard let text = String(validating: entry.name, as: UTF8.self) else {
        let name = String(decoding: entry.name, as: UTF8.self)
        queuedRejections.append(Self.unnameable(prefix + name))
        continue
      }
      let path = prefix + text
      found.append((Self.sortKey(entry, path: path), path))
    }
    // Ascending paths, taken from the end of the stack.
    found.sort { Self.precedes($1.key, $0.key) }
    pending.append(contentsOf: found.map { Pending(path: $0.path, isNamed: false) })
    return nil
  }

  private static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.withUnsafeBytes { left in
      right.withUnsafeBytes { right in
        guard let one = left.baseAddress, let other = right.baseAddress else {
          return left.count < right.count
        }
        let order = memcmp(one, other, Swift.min(left.count, right.count))
        return order != 0 ? order < 0 : left.count < right.count
      }
    }
  }

  /// A folder sorts as its name with `/`, as it stands in the paths of its files.
  private static func sortKey(_ entry: FolderListing.Entry, path: String) -> [UInt8] {
    let isFolder =
      entry.isFolder
      ?? {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      }()
    return isFolder ? entry.name + [UInt8(ascii: "/")] : entry.name
  }

  /// Whether a path within an archive is that of a file that a folder would not give.
  static func isNoDocument(path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    return parts.contains { $0.first == UInt8(ascii: ".") && !$0.allSatisfy { $0 == 0x2E } }
      || parts.first.map { $0.elementsEqual("__MACOSX".utf8) } ?? true
      || isNoDocument(parts.last.map { Array($0) } ?? [])
  }

  private static func isNoDocument(_ name: [UInt8]) -> Bool {
    // Most names are not like any of these, and need not be put in lower case.
    guard let first = name.first, "mir".utf8.contains(first | 0x20) else { return false }
    let lower = String(decoding: name, as: UTF8.self).lowercased()
    return lower == Manifest.fileName || lower == "index.csv" || lower.hasPrefix("readme")
  }

  private func unreadable(_ path: String, _ code: Int32) -> SourceEntry {
    .rejection(.unreadable(InputError(path: path, code: code)))
  }

  private func refuse(_ path: String, _ what: String) -> SourceEntry {
    .rejection(
      Rejection(
        document: path, stage: .ingest, rule: "ingest:unknown-format",
        reason: "\(path): \(what); leave it out, or name the file itself to have it read"))
  }

  private static func unnameable(_ path: String) -> Rejection {
    Rejection(
      document: path, stage: .ingest, rule: "ingest:unreadable",
      reason: "\(path): the file's name is not UTF-8; rename the file")
  }
}

extension Rejection {
  /// The system refused a file.
  public static func unreadable(_ error: InputError) -> Rejection {
    Rejection(
      document: error.path, stage: .ingest, rule: "ingest:unreadable",
      reason: "\(error.path): cannot be read: \(error.reason); \(advice(error.code))")
  }

  private static func advice(_ code: Int32) -> String {
    switch code {
    case ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG: "check the name, or leave it out"
    case EACCES, EPERM: "give it read permission, or leave it out"
    case EISDIR: "name the files in it"
    default: "check the disk, and try again"
    }
  }
}
