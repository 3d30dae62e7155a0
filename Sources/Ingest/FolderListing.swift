import Glibc
import Tables

/// What a folder holds.
struct FolderListing {
  struct Entry {
    /// Bytes: a file's name need not be UTF-8.
    var name: [UInt8]
    /// Nil where only its status tells: of a link, and in file systems that do not keep it.
    var isFolder: Bool?
  }

  /// What the folder holds without what is hidden.
  private(set) var entries: [Entry] = []

  init(path: String) throws(InputError) {
    guard let folder = opendir(path) else { throw InputError(path: path, code: errno) }
    defer { closedir(folder) }
    errno = 0
    while let entry = readdir(folder) {
      let name = Self.name(of: entry)
      if name.first != UInt8(ascii: ".") {
        entries.append(Entry(name: name, isFolder: Self.isFolder(entry)))
      }
      errno = 0
    }
    guard errno == 0 else { throw InputError(path: path, code: errno) }
  }

  private static func isFolder(_ entry: UnsafeMutablePointer<dirent>) -> Bool? {
    switch Int(entry.pointee.d_type) {
    case Int(DT_DIR): true
    case Int(DT_UNKNOWN), Int(DT_LNK): nil
    default: false
    }
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let start = UnsafeRawPointer(entry) + offset
    let length = strlen(start.assumingMemoryBound(to: CChar.self))
    return Array(UnsafeRawBufferPointer(start: start, count: length))
  }
}
