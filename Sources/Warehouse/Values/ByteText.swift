import Glibc

/// A text that is equal to another one when their bytes are, as SQLite compares them.
///
/// `String` takes composed and decomposed forms for the same, and pays for it with each hash.
struct ByteText: Hashable {
  let text: String

  static func == (left: ByteText, right: ByteText) -> Bool {
    // Quick for native strings, which all of these are.
    let isEqual = left.text.utf8.withContiguousStorageIfAvailable { one in
      right.text.utf8.withContiguousStorageIfAvailable { other in same(one, other) }
    }
    guard let isEqual, let isEqual else { return left.text.utf8.elementsEqual(right.text.utf8) }
    return isEqual
  }

  private static func same(
    _ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard one.count == other.count, let left = one.baseAddress, let right = other.baseAddress
    else { return one.isEmpty && other.isEmpty }
    return memcmp(left, right, one.count) == 0
  }

  func hash(into hasher: inout Hasher) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isDone == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}
