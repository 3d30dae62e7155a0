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
  /// A folder that was entered, with how far the walk has come in it.
  private struct Level {
    /// Its path, with a `/` at the end.
    var prefix: String
    var listing: FolderListing
    var next = 0
  }

  private struct FileKey: Hashable {
    var device: UInt
    var inode: UInt
  }

  /// The paths that were named and are still to be looked at, the next one last.
  private var named: [String]
  /// The folders that the walk is in, the innermost last.
  private var levels: [Level] = []
  private var enteredFolders: Set<FileKey> = []
  private var followedLinks: Set<FileKey> = []
  private let globs: [Glob]
  /// What the paths are without links, with a `/` at the end: what lies elsewhere is not read.
  private let roots: [String]

  /// - Parameter globs: Patterns such as `*.html`, of which a file in a folder must match one; none
  ///   for all files. One with a `/` is compared with the path below the folder that was named.
  public init(paths: [String], globs: [String] = []) {
    self.globs = globs.map { Glob($0, below: paths) }
    roots = paths.compactMap { Self.realPath($0).map { $0 + "/" } }
    var seen: Set<String> = []
    named = paths.filter { seen.insert($0).inserted }.reversed()
  }

  public mutating func next() -> SourceEntry? {
    while true {
      if let level = levels.last {
        guard level.next < level.listing.count else {
          levels.removeLast()
          continue
        }
        levels[levels.count - 1].next += 1
        let path = level.prefix + level.listing.name(level.next)
        guard level.listing.isUTF8(level.next) else { return .rejection(Self.unnameable(path)) }
        if let entry = visit(path, level.listing.status(level.next), isNamed: false) {
          return entry
        }
      } else {
        guard let path = named.popLast() else { return nil }
        if let entry = visit(path, .init(of: path), isNamed: true) { return entry }
      }
    }
  }

  private mutating func visit(
    _ path: String, _ found: FolderListing.Status, isNamed: Bool
  ) -> SourceEntry? {
    var status = found
    guard status.code == 0 else { return unreadable(path, status.code) }
    let isLink = status.mode == S_IFLNK
    if isLink {
      // A link that leads nowhere, or round in a circle, fails here.
      status = .init(behind: path)
      guard status.code == 0 else { return unreadable(path, status.code) }
      if !isNamed, let target = outside(path) {
        return .rejection(
          Rejection(
            document: path, stage: .ingest, rule: "ingest:outside",
            reason:
              "\(path): leads to \(target), outside its source; add that to the source if it "
              + "belongs to it"))
      }
    }
    let key = FileKey(device: status.device, inode: status.inode)
    switch status.mode {
    case S_IFDIR:
      if enteredFolders.insert(key).inserted { return enter(path) }
      return isLink ? loop(path) : nil
    case S_IFREG:
      if isLink, !followedLinks.insert(key).inserted { return nil }
      return isNamed || globs.isEmpty || globs.contains { $0.matches(path) }
        ? file(path, status, isNamed) : nil
    default:
      return isNamed ? file(path, status, isNamed) : refuse(path, "is no regular file")
    }
  }

  private func file(
    _ path: String, _ status: FolderListing.Status, _ isNamed: Bool
  ) -> SourceEntry {
    .file(
      SourceFile(
        path: path, format: SourceFormat(path: Wrapper.innerName(of: path)), stamp: status.stamp,
        isNamed: isNamed))
  }

  /// Where a link leads, when that is outside of all that was named.
  private func outside(_ path: String) -> String? {
    guard let target = Self.realPath(path) else { return nil }
    return roots.contains { "\(target)/".hasPrefix($0) } ? nil : target
  }

  /// What is said of a link to a folder that it lies in; nil for one to another folder that was
  /// entered before.
  private func loop(_ path: String) -> SourceEntry? {
    guard let slash = path.lastIndex(of: "/"), let target = Self.realPath(path),
      let folder = Self.realPath(String(path[...slash])), "\(folder)/".hasPrefix("\(target)/")
    else { return nil }
    return .rejection(
      Rejection(
        document: path, stage: .ingest, rule: "ingest:loop",
        reason: "\(path): leads back to \(target), a folder that it lies in; remove the link"))
  }

  private static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Goes on with what a folder holds.
  private mutating func enter(_ path: String) -> SourceEntry? {
    do throws(InputError) {
      let listing = try FolderListing(path: path, leavingOut: Self.isNoDocument)
      let prefix = path.utf8.last == UInt8(ascii: "/") ? path : path + "/"
      levels.append(Level(prefix: prefix, listing: listing))
      return nil
    } catch {
      return unreadable(path, error.code)
    }
  }

  /// Whether a path within an archive is that of a file that a folder would not give.
  static func isNoDocument(path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    return parts.contains { $0.first == UInt8(ascii: ".") && !$0.allSatisfy { $0 == 0x2E } }
      || parts.first.map { $0.elementsEqual("__MACOSX".utf8) } ?? true
      || isNoDocument(parts.last.map { Array($0)[...] } ?? [])
  }

  private static func isNoDocument(_ name: ArraySlice<UInt8>) -> Bool {
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
