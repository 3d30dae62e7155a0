import Threads

/// Work on many small things of one kind, by this thread and another one.
enum TwoThreads {
  /// Fewer than this are done sooner than a thread is started.
  static let fewest = 256

  /// Calls `body` with ranges that make up `0..<count`, and returns when all is done.
  static func run(_ count: Int, _ body: @escaping @Sendable (Range<Int>) -> Void) {
    guard count >= fewest else { return body(0..<count) }
    let half = Beside { body(count / 2..<count) }
    body(0..<count / 2)
    half.value()
  }
}
