import Glibc

/// What the other thread is given; it says nothing of a value's type, which C cannot name.
private final class Work: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// A value that another thread works out meanwhile.
///
/// Where the system gives no thread, the one that asks for the value works it out. Not to be asked by
/// two threads at once.
public final class Beside<Value: Sendable> {
  /// Written by the thread that works, and read when that has ended.
  private final class Result: @unchecked Sendable {
    var value: Value?
  }

  private let result = Result()
  private let work: Work
  private var thread: pthread_t?

  /// Starts to work out what `body` gives.
  ///
  /// - Parameter isLast: Lets the other threads of the process go first, where there are fewer
  ///   processors than threads: for what is asked for last.
  public init(isLast: Bool = false, _ body: @escaping @Sendable () -> Value) {
    let result = result
    work = Work { result.value = body() }
    let work = work
    thread = Self.start(
      isLast
        ? Work {
          stepBack()
          work.run()
        } : work)
  }

  /// Nil where the system gives no thread.
  private static func start(_ work: Work) -> pthread_t? {
    let context = Unmanaged.passRetained(work)
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run() }
        return nil
      }, context.toOpaque())
    if failure == 0 { return thread }
    context.release()
    return nil
  }

  deinit { join() }

  /// The value, waiting for it.
  public func value() -> Value {
    join()
    if result.value == nil { work.run() }
    return result.value!
  }

  private func join() {
    guard let thread else { return }
    pthread_join(thread, nil)
    self.thread = nil
  }
}
