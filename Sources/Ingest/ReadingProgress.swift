/// How far the reading of a file came: tells whether what was not met in it is gone from it.
public final class ReadingProgress {
  /// Whether the reading ended before the end, or passed over a stretch of unknown records.
  public private(set) var isCut = false
  /// Records that could not be read, so that it is not known which documents they held.
  public private(set) var brokenRecords = 0

  func cut() { isCut = true }
  func breakRecord() { brokenRecords += 1 }
}
