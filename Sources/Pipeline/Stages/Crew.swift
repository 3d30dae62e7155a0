import Glibc

/// Threads of the program's own.
///
/// Reading files and waiting for a full conveyor block, which tasks must not: the pool that runs
/// them has one thread a processor, and a blocked one is lost to all the others.
final class Crew {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private var threads: [pthread_t] = []

  /// Runs `body` on a new thread. Throws ``PipelineError`` when the system gives no more of them.
  func start(_ body: @escaping @Sendable () -> Void) throws(PipelineError) {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Body(body))
    let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
      if let context { Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run() }
      return nil
    }
    let result = pthread_create(&thread, nil, run, context.toOpaque())
    guard result == 0 else {
      context.release()
      throw PipelineError("no thread could be started: \(String(cString: strerror(result)))")
    }
    threads.append(thread)
  }

  /// Waits until all of them have ended.
  func join() {
    for thread in threads { pthread_join(thread, nil) }
    threads = []
  }
}
