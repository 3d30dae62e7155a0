extension String {
  /// A part of a document's text, which was found to be valid UTF-8 when it was read, cut between
  /// characters: it is not checked once more.
  init(checked bytes: UnsafeBufferPointer<UInt8>) {
    #if compiler(>=6.2)
      self.init(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: false))
    #else
      self.init(decoding: bytes, as: UTF8.self)
    #endif
  }
}
