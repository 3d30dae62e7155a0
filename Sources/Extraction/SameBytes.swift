extension String {
  /// True where both have the same bytes.
  ///
  /// The rules and what is made of them are kept as they are written, so that nothing need be brought
  /// to a normal form first, as `==` does for all texts beyond ASCII that differ.
  @inline(__always)
  func isSame(as other: String) -> Bool {
    if bits == other.bits { return true }
    return utf8.count == other.utf8.count && hasEqualBytes(other)
  }

  @inline(never)
  private func hasEqualBytes(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  /// The text's own bytes where it is short, else its place in memory: no two texts that are kept
  /// have the same.
  @inline(__always)
  var bits: (UInt64, UInt64) {
    assert(MemoryLayout<String>.size == MemoryLayout<(UInt64, UInt64)>.size)
    return withUnsafeBytes(of: self) { $0.loadUnaligned(as: (UInt64, UInt64).self) }
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
