import Glibc
import Tables

/// What a folder holds, without what is hidden, in the order of the bytes of the paths: a folder
/// stands where its name with `/` does.
final class FolderListing {
  /// What the system says of an entry.
  struct Status: Sendable {
    /// The system's error number, when it said nothing else.
    var code: Int32 = 0
    var mode: mode_t = 0
    var device: UInt = 0
    var inode: UInt = 0
    var stamp = FileStamp(size: 0, mtimeNanoseconds: 0)
  }

  private struct Entry {
    /// Where its name stands; a zero follows it.
    var start: Int
    var count: Int
    var isFolder: Bool
    var isUTF8: Bool
  }

  private var names: [UInt8] = []
  private var entries: [Entry] = []
  private var statuses: [Status] = []

  var count: Int { entries.count }

  /// - Parameter isLeftOut: what the folder holds besides, by its name.
  init(
    path: String, leavingOut isLeftOut: (ArraySlice<UInt8>) -> Bool
  ) throws(InputError) {
    guard let folder = opendir(path) else { throw InputError(path: path, code: errno) }
    defer { closedir(folder) }
    errno = 0
    while let entry = readdir(folder) {
      add(entry, in: dirfd(folder), leavingOut: isLeftOut)
      errno = 0
    }
    guard errno == 0 else { throw InputError(path: path, code: errno) }
    sort()
    ask(dirfd(folder))
  }

  /// The name of an entry; repaired where it is not UTF-8, see ``isUTF8(_:)``.
  func name(_ index: Int) -> String {
    let entry = entries[index]
    return String(decoding: names[entry.start..<entry.start + entry.count], as: UTF8.self)
  }

  /// A file's name need not be UTF-8.
  func isUTF8(_ index: Int) -> Bool { entries[index].isUTF8 }

  /// The status of an entry itself, also where it is a link.
  func status(_ index: Int) -> Status { statuses[index] }

  private func add(
    _ entry: UnsafeMutablePointer<dirent>, in folder: Int32,
    leavingOut isLeftOut: (ArraySlice<UInt8>) -> Bool
  ) {
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let name = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: UInt8.self)
    let count = strlen(UnsafePointer<CChar>(OpaquePointer(name)))
    guard name[0] != UInt8(ascii: ".") else { return }
    let start = names.count
    names.append(contentsOf: UnsafeBufferPointer(start: name, count: count))
    guard !isLeftOut(names[start...]) else { return names.removeSubrange(start...) }
    let isASCII = names[start...].allSatisfy { $0 < 0x80 }
    let isUTF8 = isASCII || String(validating: names[start...], as: UTF8.self) != nil
    names.append(0)
    entries.append(
      Entry(
        start: start, count: count,
        isFolder: Self.isFolder(entry, UnsafePointer<CChar>(OpaquePointer(name)), in: folder),
        isUTF8: isUTF8))
  }

  /// Of a link, and in file systems that do not keep what an entry is, only the status tells.
  private static func isFolder(
    _ entry: UnsafeMutablePointer<dirent>, _ name: UnsafePointer<CChar>, in folder: Int32
  ) -> Bool {
    switch Int(entry.pointee.d_type) {
    case Int(DT_DIR): return true
    case Int(DT_UNKNOWN), Int(DT_LNK):
      var status = stat()
      return fstatat(folder, name, &status, 0) == 0 && status.st_mode & S_IFMT == S_IFDIR
    default: return false
    }
  }

  private func sort() {
    entries = names.withUnsafeBufferPointer { names in
      entries.sorted { Self.precedes($0, $1, names) }
    }
  }

  private static func precedes(
    _ left: Entry, _ right: Entry, _ names: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let base = names.baseAddress else { return false }
    let common = min(left.count, right.count)
    let order = memcmp(base + left.start, base + right.start, common)
    guard order == 0 else { return order < 0 }
    // What stands behind the common part: the rest of a name, the `/` of a folder, or nothing.
    func next(_ entry: Entry) -> UInt8 {
      entry.count > common ? names[entry.start + common] : entry.isFolder ? UInt8(ascii: "/") : 0
    }
    return next(left) < next(right)
  }

  /// Asks for the status of each entry: by its name in the open folder, which is found quickly, and
  /// where there are many by two threads, as that is most of what a walk takes.
  private func ask(_ folder: Int32) {
    let entries = entries
    let names = names
    statuses = [Status](unsafeUninitializedCapacity: entries.count) { statuses, count in
      let out = Statuses(statuses: statuses)
      TwoThreads.run(entries.count) { range in
        names.withUnsafeBufferPointer { names in
          for index in range {
            let name = UnsafePointer<CChar>(
              OpaquePointer(names.baseAddress! + entries[index].start))
            (out.statuses.baseAddress! + index).initialize(to: Status(name, in: folder))
          }
        }
      }
      count = entries.count
    }
  }

  /// Each thread writes a part of its own.
  private struct Statuses: @unchecked Sendable {
    let statuses: UnsafeMutableBufferPointer<Status>
  }
}

extension FolderListing.Status {
  /// - Parameter folder: the descriptor of the folder that the name stands in.
  fileprivate init(_ name: UnsafePointer<CChar>, in folder: Int32) {
    var status = stat()
    if fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
      self.init(status)
    } else {
      self.init(code: errno)
    }
  }

  /// What stands at a path itself, also where that is a link.
  init(of path: String) {
    var status = stat()
    if lstat(path, &status) == 0 { self.init(status) } else { self.init(code: errno) }
  }

  /// Where the links at a path lead.
  init(behind path: String) {
    var status = stat()
    if stat(path, &status) == 0 { self.init(status) } else { self.init(code: errno) }
  }

  private init(_ status: stat) {
    self.init(
      mode: status.st_mode & S_IFMT, device: UInt(status.st_dev), inode: UInt(status.st_ino),
      stamp: FileStamp(status))
  }
}
