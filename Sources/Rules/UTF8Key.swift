/// A string that is told from others by its bytes: a set of thousands of names is filled several
/// times faster than by canonical equivalence, which the tables have no use for.
struct UTF8Key: Hashable {
  let text: String
  /// By FNV-1a: a set's own hash takes several times as long for a few bytes.
  private let mixed: UInt64

  init(_ text: String) {
    self.text = text
    mixed = text.utf8.reduce(14_695_981_039_346_656_037) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
  }

  func hash(into hasher: inout Hasher) { hasher.combine(mixed) }

  static func == (left: UTF8Key, right: UTF8Key) -> Bool {
    left.mixed == right.mixed && left.text.utf8.elementsEqual(right.text.utf8)
  }
}
