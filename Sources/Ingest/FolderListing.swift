import Glibc
import Tables

/// What a folder holds.
struct FolderListing {
  /// The names without the hidden ones, as bytes: a file's name need not be UTF-8.
  private(set) var names: [[UInt8]] = []

  init(path: String) throws(InputError) {
    guard let folder = opendir(path) else { throw InputError(path: path, code: errno) }
    defer { closedir(folder) }
    errno = 0
    while let entry = readdir(folder) {
      let name = Self.name(of: entry)
      if name.first != UInt8(ascii: ".") { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw InputError(path: path, code: errno) }
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let start = UnsafeRawPointer(entry) + offset
    let length = strlen(start.assumingMemoryBound(to: CChar.self))
    return Array(UnsafeRawBufferPointer(start: start, count: length))
  }
}
