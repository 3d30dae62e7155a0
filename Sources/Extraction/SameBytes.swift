extension String {
  /// True where both have the same bytes.
  ///
  /// The rules and what is made of them are kept as they are written, so that nothing need be brought
  /// to a normal form first, as `==` does for all texts beyond ASCII that differ.
  @inline(__always)
  func isSame(as other: String) -> Bool {
    let (own, others) = (utf8, other.utf8)
    return own.count == others.count && own.elementsEqual(others)
  }

  /// True where the bytes begin with those of `other`.
  @inline(__always)
  func begins(with other: String) -> Bool {
    utf8.count >= other.utf8.count && utf8.starts(with: other.utf8)
  }

  /// True where the bytes end with those of `other`.
  @inline(__always)
  func ends(with other: String) -> Bool {
    utf8.count >= other.utf8.count && utf8.suffix(other.utf8.count).elementsEqual(other.utf8)
  }
}
