extension UnsafeMutablePointer {
  /// Memory for `count` values that begins where a line of the processor's memory does: values of
  /// which a line holds a whole number never lie in two. `malloc` gives large pieces that begin 16
  /// bytes behind one. To be freed by `deallocate()`.
  public static func allocateInLines(_ count: Int) -> UnsafeMutablePointer {
    UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Pointee>.stride, alignment: 64
    )
    .bindMemory(to: Pointee.self, capacity: count)
  }
}
