import CMalloc

/// Memory that the program has let go of, kept for what it asks for next.
///
/// The figures of a large text take tens of megabytes, in few and large pieces. By default the C
/// library gives such pieces back to the system at once, and each is made of fresh zeros when the next
/// text asks for it: a tenth to a quarter of the time of a text dense with figures. What is kept at
/// most is what the library would come to by itself after some large pieces.
public enum KeptMemory {
  /// Pieces up to this size come from memory that is kept: the most that the library would choose.
  private static let piece: Int32 = 32 << 20
  /// So much that is free is kept.
  private static let free: Int32 = 64 << 20

  /// To be called when the program starts.
  public static func allow() {
    mallopt(M_MMAP_THRESHOLD, piece)
    mallopt(M_TRIM_THRESHOLD, free)
  }
}
