import Model
import Tables

/// Reads raw files one document at a time, with memory bounded by the largest document.
///
/// Whatever is wrong with a file or a record becomes a rejection that says where and what to do;
/// only what the caller's closure throws is thrown.
public struct DocumentReader {
  let options: IngestOptions
  /// SHA-256 of the bytes of the file that was read last, as they were read; nil when the system
  /// refused it, when it was written to meanwhile, and when digests are not taken.
  public private(set) var digest: String?
  /// How far the reading of that file came.
  public private(set) var progress = ReadingProgress()
  private let takesDigest: Bool
  private var manifests = ManifestCache()

  /// - Parameters:
  ///   - options: How files are read that do not say so themselves.
  ///   - takesDigest: Whether ``digest`` is wanted.
  public init(options: IngestOptions = IngestOptions(), takesDigest: Bool = false) {
    self.options = options
    self.takesDigest = takesDigest
  }

  /// Reads a file and calls `body` for each document and rejection, in the order of the file.
  ///
  /// What the file is packed in is told by its content, and so is the format where the name does not
  /// tell it.
  public mutating func read<Failure: Error>(
    _ source: SourceFile, _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    digest = nil
    progress = ReadingProgress()
    let entry: Manifest.Entry?
    do throws(TableError) {
      entry = try manifests.entry(for: source.path)
    } catch {
      entry = nil
      try body(.refused(error.path, "manifest", error.description))
    }
    let file: InputFile
    do throws(InputError) {
      file = try InputFile(path: source.path)
    } catch {
      try body(.rejection(.unreadable(error)))
      return
    }
    let fileDigest = takesDigest ? FileDigest(file) : nil
    try read(file, source, entry, body)
    do throws(InputError) {
      let whole = try fileDigest?.finish(file)
      if !file.hasChanged { digest = whole }
    } catch {
      try body(.rejection(.unreadable(error)))
    }
  }

  private func read<Failure: Error>(
    _ file: InputFile, _ source: SourceFile, _ entry: Manifest.Entry?,
    _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    let budget = UnpackBudget(options.limits)
    let packed = ByteStream(file)
    let bytes = ByteStream(path: file.path, expectedBytes: packed.expectedBytes) {
      (buffer) throws(StreamError) in
      let count = try packed.read(into: buffer)
      budget.takePacked(count)
      return count
    }
    let unpacker = Unpacker(budget: budget, file: file.path)
    let counter = RecordCounter()
    let progress = progress
    let refuse = { (item: IngestItem) throws(Failure) in
      progress.cut()
      try body(item)
    }
    try unpacker.unpack(bytes, name: file.path, refuse: refuse) { (leaf) throws(Failure) in
      var reading = FileReading(
        bytes: leaf.bytes, file: file.path, documentPath: file.path, options: options)
      reading.progress = progress
      reading.counter = leaf.isEntry ? counter : nil
      try reading.read(
        named: leaf.name, isChosen: source.isNamed && !leaf.isEntry,
        leaf.isEntry ? nil : entry, body)
    }
  }

  /// Reads the standard input as JSON Lines; messages and ids made up call it `-`.
  public func readStandardInput<Failure: Error>(
    _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    let file: InputFile
    do throws(InputError) {
      file = try InputFile(descriptor: 0, path: "-")
    } catch {
      try body(.rejection(.unreadable(error)))
      return
    }
    try FileReading(bytes: ByteStream(file), file: "-", documentPath: nil, options: options)
      .readJSONLines(body)
  }
}
