/// The tokens of a text in memory that is used again for the next one.
///
/// Plain memory, as the lexer writes a token every few bytes and must not ask each time whether an
/// array is its own.
public final class TokenBuffer {
  private var pointer: UnsafeMutablePointer<Token>
  private var landmarkPointer: UnsafeMutablePointer<Landmark>
  /// What phrases start at each token; valid as long as the tokens.
  public private(set) var places: UnsafeMutablePointer<PhrasePlace>
  /// The tokens at which a phrase of two or more may start, while they are looked for; room for two
  /// lists of them.
  private(set) var pairs: UnsafeMutablePointer<UInt32>
  private var capacity: Int
  /// The tokens held.
  public private(set) var count = 0
  private var landmarkCount = 0

  public init() {
    capacity = 1024
    pointer = .allocate(capacity: capacity)
    landmarkPointer = .allocate(capacity: capacity)
    places = .allocate(capacity: capacity)
    pairs = .allocate(capacity: 2 * capacity)
  }

  deinit {
    pointer.deallocate()
    landmarkPointer.deallocate()
    places.deallocate()
    pairs.deallocate()
  }

  /// The tokens; valid until the buffer is written again.
  public var tokens: UnsafeBufferPointer<Token> {
    UnsafeBufferPointer(start: pointer, count: count)
  }

  /// The tokens that have a role, in their order; valid as long.
  public var landmarks: UnsafeBufferPointer<Landmark> {
    UnsafeBufferPointer(start: landmarkPointer, count: landmarkCount)
  }

  /// Drops all tokens and makes room for those of a text of `bytes` bytes, one a byte at most.
  func reset(forBytes bytes: Int) {
    count = 0
    landmarkCount = 0
    guard bytes >= capacity else { return }
    pointer.deallocate()
    landmarkPointer.deallocate()
    places.deallocate()
    pairs.deallocate()
    capacity = bytes + bytes / 4 + 1
    pointer = .allocate(capacity: capacity)
    landmarkPointer = .allocate(capacity: capacity)
    places = .allocate(capacity: capacity)
    pairs = .allocate(capacity: 2 * capacity)
  }

  /// Where the first token goes.
  var start: UnsafeMutablePointer<Token> { pointer }
  /// Where the first landmark goes.
  var firstLandmark: UnsafeMutablePointer<Landmark> { landmarkPointer }

  /// Takes the tokens and landmarks written from ``start`` and ``firstLandmark`` on, up to the ends.
  func finish(at end: UnsafeMutablePointer<Token>, _ lastLandmark: UnsafeMutablePointer<Landmark>) {
    count = end - pointer
    landmarkCount = lastLandmark - landmarkPointer
  }
}
