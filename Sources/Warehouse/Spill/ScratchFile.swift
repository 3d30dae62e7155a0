import Glibc

/// A file without a name, for what memory should not hold: gone with the process, however it ends.
final class ScratchFile {
  private let descriptor: Int32
  private var end = 0

  /// Nil when there is no folder to make it in.
  init?() {
    var descriptor: Int32 = -1
    for folder in Self.folders where descriptor < 0 { descriptor = Self.make(in: folder) }
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Where SQLite makes its own, too.
  private static var folders: [String] {
    let named = ["SQLITE_TMPDIR", "TMPDIR"].compactMap { (name: String) -> String? in
      getenv(name).map { String(cString: $0) }
    }
    return named + ["/var/tmp", "/tmp"]
  }

  private static func make(in folder: String) -> Int32 {
    var name = Array("\(folder)/solieu-XXXXXX".utf8CString)
    return name.withUnsafeMutableBufferPointer { name in
      guard let start = name.baseAddress else { return -1 }
      let descriptor = mkstemp(start)
      guard descriptor >= 0 else { return -1 }
      unlink(start)
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      return descriptor
    }
  }

  /// False when the disk is full, or the like.
  func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = pwrite(descriptor, rest.baseAddress, rest.count, end)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      end += count
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return true
  }

  /// Reads as many bytes as the buffer has; false when there are not so many.
  func read(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Bool {
    var (rest, offset) = (buffer, offset)
    while !rest.isEmpty {
      let count = pread(descriptor, rest.baseAddress, rest.count, offset)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      offset += count
      rest = UnsafeMutableRawBufferPointer(rebasing: rest[count...])
    }
    return true
  }
}
