import Glibc

/// Writes bytes to a descriptor, gathering small pieces.
public final class Output {
  private static let capacity = 1 << 16

  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []

  public init(descriptor: Int32 = STDOUT_FILENO, name: String = "standard output") {
    self.descriptor = descriptor
    self.name = name
    buffer.reserveCapacity(Self.capacity)
  }

  /// Throws ``PipelineError`` when the bytes cannot be written. A reader that has gone away ends the
  /// process quietly: that is how `| head` says that it has seen enough.
  public func write(_ bytes: [UInt8]) throws(PipelineError) {
    if buffer.count + bytes.count > Self.capacity { try flush() }
    if bytes.count > Self.capacity { return try send(bytes) }
    buffer.append(contentsOf: bytes)
  }

  public func write(_ text: String) throws(PipelineError) { try write(Array(text.utf8)) }

  public func flush() throws(PipelineError) {
    try send(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private func send(_ bytes: [UInt8]) throws(PipelineError) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { rest in
        Glibc.write(descriptor, rest.baseAddress.map { $0 + sent }, bytes.count - sent)
      }
      if count >= 0 {
        sent += count
      } else if errno == EPIPE {
        exit(128 + SIGPIPE)
      } else if errno != EINTR {
        throw PipelineError("\(name): cannot be written to: \(String(cString: strerror(errno)))")
      }
    }
  }
}

/// Writes a whole file in one go.
func writeFile(_ path: String, _ bytes: [UInt8]) throws(PipelineError) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else {
    throw PipelineError("\(path): cannot be made: \(String(cString: strerror(errno)))")
  }
  defer { close(descriptor) }
  let output = Output(descriptor: descriptor, name: path)
  try output.write(bytes)
  try output.flush()
}
