/// A half-open stretch of a document's text, in Unicode code points and in UTF-8 bytes.
///
/// Follows the W3C Web Annotation TextPositionSelector, of the document as stored.
public struct Span: Sendable, Hashable {
  public var charStart: Int
  public var charEnd: Int
  public var byteStart: Int
  public var byteEnd: Int

  public init(charStart: Int, charEnd: Int, byteStart: Int, byteEnd: Int) {
    self.charStart = charStart
    self.charEnd = charEnd
    self.byteStart = byteStart
    self.byteEnd = byteEnd
  }
}
