import CLibArchive
import Glibc

/// Unpacks by libarchive, as a stream: the entries of a zip or tar, or what is compressed by lz4, as
/// one entry.
final class ArchiveSource {
  struct Entry {
    /// The path within the archive, as written there; it names documents, and no file is ever made.
    var name: String
    var isFile: Bool
  }

  private let input: ByteStream
  private let budget: UnpackBudget
  private let layer: UnpackLayer
  private let archive: OpaquePointer
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  /// What went wrong below, which libarchive only knows as a failure.
  private var inputFailure: StreamError?
  private var failure: StreamError?
  private var isOpen = false
  /// The entry at hand, and whether what follows it can be found without unpacking it.
  private var entry: UnpackLayer
  private var canBeSkipped = false
  private let holdsFiles: Bool

  /// - Parameter holdsFiles: whether it is an archive, with entries that have names.
  init(_ input: ByteStream, holdsFiles: Bool, _ budget: UnpackBudget) {
    self.input = input
    self.budget = budget
    self.holdsFiles = holdsFiles
    layer = UnpackLayer(path: input.path)
    entry = layer
    archive = archive_read_new()
    if holdsFiles {
      archive_read_support_format_zip_streamable(archive)
      archive_read_support_format_tar(archive)
    } else {
      archive_read_support_filter_lz4(archive)
      archive_read_support_format_raw(archive)
      archive_read_support_format_empty(archive)
    }
  }

  deinit {
    archive_read_free(archive)
    buffer.deallocate()
  }

  /// The next entry; nil at the end, and after an error that ended the one before.
  func next() throws(StreamError) -> Entry? {
    guard failure == nil else { return nil }
    return try withUTF8Names { () throws(StreamError) in try nextEntry() }
  }

  /// The bytes of the entry that was given last.
  func contents(of path: String) -> ByteStream {
    ByteStream(path: path) { [self] (output) throws(StreamError) in
      if let failure { throw failure }
      let count = archive_read_data(archive, output.baseAddress, output.count)
      guard count >= 0 else {
        // Else the next entry can be read all the same.
        throw count == Int(ARCHIVE_FATAL)
          ? note(brokenEntry(path, isFatal: holdsFiles)) : brokenEntry(path, isFatal: false)
      }
      if holdsFiles, budget.isBomb(entry, count, of: layer) {
        throw canBeSkipped ? bomb(path) : note(bomb(path))
      }
      do throws(StreamError) {
        try budget.takeUnpacked(count, from: layer)
      } catch {
        throw note(error)
      }
      guard entry.bytes <= budget.limits.entryBytes else { throw entryTooLarge(path) }
      return count
    }
  }

  private func nextEntry() throws(StreamError) -> Entry? {
    if !isOpen, archive_read_open(archive, context, nil, pullBlock, nil) != ARCHIVE_OK {
      throw note(brokenArchive())
    }
    isOpen = true
    var entry: OpaquePointer?
    let result = archive_read_next_header(archive, &entry)
    if result == ARCHIVE_EOF { return nil }
    guard result == ARCHIVE_OK || result == ARCHIVE_WARN, let entry else {
      throw note(brokenArchive())
    }
    if !holdsFiles, archive_filter_count(archive) > budget.limits.nesting + 1 {
      throw note(Unpacker.tooDeep(input.path, budget.limits))
    }
    if holdsFiles {
      try takeEntry()
      self.entry = budget.entry(input.path)
      canBeSkipped = archive_entry_size_is_set(entry) != 0
    }
    return Entry(
      name: archive_entry_pathname(entry).map { String(cString: $0) } ?? "",
      isFile: archive_entry_filetype(entry) & S_IFMT == S_IFREG)
  }

  private func takeEntry() throws(StreamError) {
    do throws(StreamError) { try budget.takeEntry(of: layer) } catch { throw note(error) }
  }

  private var context: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  /// The next block of the packed bytes, for libarchive.
  fileprivate func pull(_ block: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
    do throws(StreamError) {
      let count = try input.read(into: buffer)
      block?.pointee = UnsafeRawPointer(buffer.baseAddress)
      return count
    } catch {
      inputFailure = error
      return -1
    }
  }

  /// libarchive turns names into the locale's encoding; what is set for other threads is left alone.
  private func withUTF8Names<Value>(
    _ body: () throws(StreamError) -> Value
  ) throws(StreamError) -> Value {
    let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    let before = uselocale(locale)
    defer {
      uselocale(before)
      if let locale { freelocale(locale) }
    }
    return try body()
  }

  // MARK: What is wrong

  /// Nothing can be read after it.
  private func note(_ error: StreamError) -> StreamError {
    failure = error
    return error
  }

  private var words: String {
    archive_error_string(archive).map { String(cString: $0) } ?? "it is broken"
  }

  private func brokenArchive() -> StreamError {
    if let inputFailure { return inputFailure }
    return .broken(
      rule: "compressed",
      reason: "\(input.path): cannot be unpacked at byte \(archive_filter_bytes(archive, -1)): "
        + "\(words); get the file anew")
  }

  private func brokenEntry(_ path: String, isFatal: Bool) -> StreamError {
    if let inputFailure { return inputFailure }
    return .broken(
      rule: "compressed",
      reason: "\(path): cannot be unpacked after byte \(entry.bytes) of it, at byte "
        + "\(archive_filter_bytes(archive, -1)) of the file: \(words)"
        + (isFatal ? "; what follows in the archive is lost" : "; get the file anew"))
  }

  private func bomb(_ path: String) -> StreamError {
    .broken(
      rule: "bomb",
      reason: "\(path): unpacks to more than \(budget.limits.compressionRatio) times its size, at "
        + "byte \(entry.bytes) of it; it begins before byte \(entry.packedBefore) of the file; it is "
        + "left out, and what follows in the archive is \(canBeSkipped ? "read" : "lost"); unpack it "
        + "yourself, or raise compression_ratio under limits in the pipeline file")
  }

  private func entryTooLarge(_ path: String) -> StreamError {
    .broken(
      rule: "bomb",
      reason: "\(path): unpacks to more than \(budget.limits.entryBytes) bytes; the rest of it is "
        + "not read; unpack it yourself, or raise entry_bytes under limits in the pipeline file")
  }
}

/// Called by libarchive for the next block of the packed bytes.
private func pullBlock(
  _ archive: OpaquePointer?, _ context: UnsafeMutableRawPointer?,
  _ block: UnsafeMutablePointer<UnsafeRawPointer?>?
) -> Int {
  guard let context else { return -1 }
  return Unmanaged<ArchiveSource>.fromOpaque(context).takeUnretainedValue().pull(block)
}
