/// The tokens of a text in memory that is used again for the next one.
///
/// Plain memory, as the lexer writes a token every few bytes and must not ask each time whether an
/// array is its own.
public final class TokenBuffer {
  private var pointer: UnsafeMutablePointer<Token>
  private var capacity: Int
  /// The tokens held.
  public private(set) var count = 0

  public init() {
    capacity = 1024
    pointer = .allocate(capacity: capacity)
  }

  deinit { pointer.deallocate() }

  /// The tokens; valid until the buffer is written again.
  public var tokens: UnsafeBufferPointer<Token> {
    UnsafeBufferPointer(start: pointer, count: count)
  }

  /// Drops all tokens and makes room for those of a text of `bytes` bytes, one a byte at most.
  func reset(forBytes bytes: Int) {
    count = 0
    guard bytes >= capacity else { return }
    pointer.deallocate()
    capacity = bytes + bytes / 4 + 1
    pointer = .allocate(capacity: capacity)
  }

  /// Where the first token goes.
  var start: UnsafeMutablePointer<Token> { pointer }

  /// Takes the tokens written from ``start`` on, up to `end`.
  func finish(at end: UnsafeMutablePointer<Token>) { count = end - pointer }
}
