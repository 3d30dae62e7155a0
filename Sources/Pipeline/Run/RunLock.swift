import Glibc

/// Keeps a second run away from a warehouse: `<warehouse>.lock`, held by flock(2).
///
/// The system lets go of it when the process ends, however it ends. The file stays: removing it
/// would let a third process lock another file of the same name.
final class RunLock {
  private let descriptor: Int32

  /// Throws ``PipelineError``, with the code ``PipelineError/Code/locked`` when it is held.
  init(warehouse: String) throws(PipelineError) {
    let path = warehouse + ".lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw PipelineError("\(path): cannot be made: \(Self.reason); check the folder it is in")
    }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else {
        throw PipelineError("\(path): cannot be locked: \(Self.reason)")
      }
      let holder = Self.read(descriptor)
      throw PipelineError(
        "\(warehouse): another run\(holder.isEmpty ? "" : ", process \(holder),") is at work on it; "
          + "wait for it to end", code: .locked)
    }
    note()
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  private static var reason: String { String(cString: strerror(errno)) }

  /// Writes the process's number. On a full disk the lock holds all the same.
  private func note() {
    let text = Array("\(getpid())\n".utf8)
    _ = ftruncate(descriptor, 0)
    _ = pwrite(descriptor, text, text.count, 0)
  }

  private static func read(_ descriptor: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 32)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    let digits = buffer.prefix(max(0, count)).prefix { (0x30...0x39).contains($0) }
    return String(decoding: digits, as: UTF8.self)
  }
}
