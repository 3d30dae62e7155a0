/// What phrases start at a token.
public struct PhrasePlace: Sendable {
  /// A bit for each table of which a phrase starts there.
  public var starts: UInt32
  /// The number of the node in the ``PhraseTrie`` that the phrases lead to.
  public var node: UInt32

  @inlinable
  public init(starts: UInt32, node: UInt32) {
    self.starts = starts
    self.node = node
  }

  /// Writes a place as one number, for the same reason as ``Token/write(at:from:to:_:)``.
  @inline(__always)
  static func write(at place: UnsafeMutablePointer<PhrasePlace>, starts: UInt32, node: UInt32) {
    assert(MemoryLayout<PhrasePlace>.size == 8)
    let both = UInt64(starts) | UInt64(node) &<< 32
    UnsafeMutableRawPointer(place).storeBytes(of: both.littleEndian, as: UInt64.self)
  }
}
