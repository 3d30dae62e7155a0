import Glibc

/// Work on many small things of one kind, by this thread and another one.
enum TwoThreads {
  /// Fewer than this are done sooner than a thread is started.
  static let fewest = 256

  private final class Half: Sendable {
    let range: Range<Int>
    let body: @Sendable (Range<Int>) -> Void

    init(_ range: Range<Int>, _ body: @escaping @Sendable (Range<Int>) -> Void) {
      self.range = range
      self.body = body
    }
  }

  /// Calls `body` with ranges that make up `0..<count`, and returns when all is done.
  static func run(_ count: Int, _ body: @escaping @Sendable (Range<Int>) -> Void) {
    guard count >= fewest else { return body(0..<count) }
    let half = Unmanaged.passRetained(Half(count / 2..<count, body))
    let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { half in
      if let half {
        let half = Unmanaged<Half>.fromOpaque(half).takeRetainedValue()
        half.body(half.range)
      }
      return nil
    }
    var thread = pthread_t()
    guard pthread_create(&thread, nil, run, half.toOpaque()) == 0 else {
      half.release()
      return body(0..<count)
    }
    body(0..<count / 2)
    pthread_join(thread, nil)
  }
}
