/// A string that is told from others by its bytes: a set of thousands of names is filled several
/// times faster than by canonical equivalence, which the tables have no use for.
struct UTF8Key: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  static func == (left: UTF8Key, right: UTF8Key) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }
}
