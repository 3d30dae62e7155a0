import Glibc

/// The system refused a file.
public struct InputError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file, as given.
  public var path: String
  /// The system's error number.
  public var code: Int32

  public init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  /// The system's words for it: `Permission denied`.
  public var reason: String { String(cString: strerror(code)) }

  public var description: String { "\(path): \(reason)" }
}

/// A file opened for reading; closed when the last reference to it goes.
public final class InputFile {
  public let path: String
  private let descriptor: Int32
  private let isOwned: Bool
  /// What the system knew of the file when it was opened.
  public let status: stat
  /// Told of all bytes that come from the system, each once and in order, also those looked at.
  public var observer: ((UnsafeRawBufferPointer) -> Void)?
  /// Bytes that were looked at and not read yet.
  private var peeked: ArraySlice<UInt8> = []

  /// Opens a file; a folder is refused with `EISDIR`.
  public init(path: String) throws(InputError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    isOwned = true
    self.path = path
    guard descriptor >= 0 else { throw InputError(path: path, code: errno) }
    status = try Self.status(of: descriptor, path: path)
  }

  /// Takes a descriptor that is open already, such as 0 for the standard input; it stays open.
  public init(descriptor: Int32, path: String) throws(InputError) {
    self.descriptor = descriptor
    isOwned = false
    self.path = path
    status = try Self.status(of: descriptor, path: path)
  }

  deinit { if isOwned, descriptor >= 0 { close(descriptor) } }

  private static func status(of descriptor: Int32, path: String) throws(InputError) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw InputError(path: path, code: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw InputError(path: path, code: EISDIR) }
    return status
  }

  /// Reads up to the size of `buffer` and gives the number of bytes read; 0 at the end.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    if !peeked.isEmpty {
      let count = Swift.min(peeked.count, buffer.count)
      buffer.copyBytes(from: peeked.prefix(count))
      peeked = peeked.dropFirst(count)
      return count
    }
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 {
        observer?(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        return count
      }
      guard errno == EINTR else { throw InputError(path: path, code: errno) }
    }
  }

  /// The bytes of a part of the file, wherever reading it has come to; fewer where it ends before.
  public func bytes(_ range: Range<Int>) throws(InputError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress! + filled, $0.count - filled, range.lowerBound + filled)
      }
      guard count >= 0 else {
        if errno == EINTR { continue }
        throw InputError(path: path, code: errno)
      }
      if count == 0 { break }
      filled += count
    }
    return Array(bytes.prefix(filled))
  }

  /// Whether the file was written to since it was opened.
  public var hasChanged: Bool {
    guard let now = try? Self.status(of: descriptor, path: path) else { return true }
    return now.st_size != status.st_size || now.st_mtim.tv_sec != status.st_mtim.tv_sec
      || now.st_mtim.tv_nsec != status.st_mtim.tv_nsec
  }

  /// The next bytes, without moving past them: as many as the system gives at once, up to `limit`.
  ///
  /// Works for pipes too, which cannot be rewound.
  public func peek(limit: Int) throws(InputError) -> ArraySlice<UInt8> {
    guard peeked.isEmpty else { return peeked.prefix(limit) }
    peeked = try piece(limit: limit)[...]
    return peeked
  }

  /// Reads what is left, at most `limit` bytes; nil when there is more.
  public func readAll(limit: Int = .max) throws(InputError) -> [UInt8]? {
    var bytes: [UInt8] = []
    let size = Swift.max(0, Int(status.st_size))
    guard size <= limit else { return nil }
    // One byte more than the size lets the last read see the end without growing.
    bytes.reserveCapacity(size + 1)
    while bytes.count <= limit {
      let piece = try piece(limit: Swift.max(bytes.capacity - bytes.count, 1 << 16))
      if piece.isEmpty { break }
      if bytes.isEmpty { bytes = piece } else { bytes.append(contentsOf: piece) }
    }
    return bytes.count <= limit ? bytes : nil
  }

  private func piece(limit: Int) throws(InputError) -> [UInt8] {
    var failure: InputError?
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      do throws(InputError) {
        count = try read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
        count = 0
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
