import Glibc

/// What a process took.
struct ChildUsage {
  var wallSeconds: Double
  var cpuSeconds: Double
  var peakMegabytes: Double
  /// The bytes that it wrote to its standard output.
  var outputBytes: Int
}

/// Runs other programs and measures them.
enum Child {
  /// Runs a program to its end, its output read through a pipe and dropped.
  ///
  /// A pipe, as grep stops at its first match when the output is the null device.
  static func run(_ arguments: [String], environment: [String] = []) throws -> ChildUsage {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw BenchError.system("pipe") }
    defer { close(ends[0]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let start = Clock.wall
    let process: pid_t
    do {
      defer { close(ends[1]) }
      process = try spawn(arguments, environment, output: ends[1])
    }
    let count = drain(ends[0])
    let usage = try wait(for: process, named: arguments[0])
    return ChildUsage(
      wallSeconds: Clock.wall - start, cpuSeconds: seconds(usage.ru_utime, usage.ru_stime),
      peakMegabytes: Double(usage.ru_maxrss) * 1024 / 1_000_000, outputBytes: count)
  }

  private static func spawn(
    _ arguments: [String], _ environment: [String], output: Int32
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    var process = pid_t()
    let result = withCStrings(arguments) { arguments in
      withCStrings(Self.environment + environment) { environment in
        posix_spawnp(&process, arguments[0]!, &actions, nil, arguments, environment)
      }
    }
    guard result == 0 else { throw BenchError.system(arguments[0], result) }
    return process
  }

  /// What each process is given; nothing else of this one's environment.
  private static var environment: [String] {
    let names = ["PATH", "HOME", "TMPDIR"]
    return names.compactMap { (name: String) -> String? in
      guard let value = getenv(name) else { return nil }
      return "\(name)=\(String(cString: value))"
    }
  }

  private static func withCStrings<Value>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
  ) -> Value {
    let pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }

  private static func drain(_ descriptor: Int32) -> Int {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var total = 0
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 {
        total += count
      } else if count == 0 || errno != EINTR {
        return total
      }
    }
  }

  /// Exit code 1 is an answer, not a failure: a threshold was passed, nothing was found.
  private static func wait(for process: pid_t, named name: String) throws -> rusage {
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchError.system(name) }
    }
    let code = (status >> 8) & 0xFF
    guard status & 0x7F == 0, code <= 1 else {
      throw BenchError("\(name): ended with status \(status & 0x7F == 0 ? code : status & 0x7F)")
    }
    return usage
  }

  private static func seconds(_ times: timeval...) -> Double {
    times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
  }
}
