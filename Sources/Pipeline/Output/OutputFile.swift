import Glibc

extension Output {
  /// Writes a file as a whole or not at all: what stood there stays until all of the new is written.
  /// What is no file, such as a pipe, is written to as it is.
  ///
  /// Throws what `body` throws, and ``PipelineError``.
  public static func replacing(_ path: String, _ body: (Output) throws -> Void) throws {
    let (target, isSpecial) = target(path)
    let written = isSpecial ? target : "\(target).\(getpid()).part"
    let flags = isSpecial ? O_WRONLY : O_WRONLY | O_CREAT | O_EXCL
    let descriptor = open(written, flags | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw PipelineError(
        "\(path): cannot be made: \(lastError()); check that its folder is there and yours to write"
      )
    }
    do {
      defer { close(descriptor) }
      let output = Output(descriptor: descriptor, name: path)
      try body(output)
      try output.flush()
    } catch {
      if !isSpecial { unlink(written) }
      throw error
    }
    if !isSpecial, rename(written, target) != 0 {
      let reason = lastError()
      unlink(written)
      throw PipelineError("\(path): cannot be replaced: \(reason)")
    }
  }

  /// What a path leads to, and whether that is there and something else than a file.
  private static func target(_ path: String) -> (path: String, isSpecial: Bool) {
    var status = stat()
    guard stat(path, &status) == 0, let resolved = realpath(path, nil) else { return (path, false) }
    defer { free(resolved) }
    return (String(cString: resolved), status.st_mode & S_IFMT != S_IFREG)
  }

  private static func lastError() -> String { String(cString: strerror(errno)) }
}
