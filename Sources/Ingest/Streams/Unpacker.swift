import Model

/// Finds what is to be read in a file: the file itself, or what is packed in it, however deep.
struct Unpacker {
  /// Something to read that is not packed any more.
  struct Leaf {
    var bytes: ByteStream
    /// What its format is told by: the name without the endings of compressions.
    var name: String
    /// Whether it is an entry of an archive.
    var isEntry: Bool
  }

  let budget: UnpackBudget
  /// The file as the system knows it, which rejections are about.
  let file: String

  /// Names what stands in an archive; the sign is one that neither files nor addresses have.
  static let separator = "!/"

  /// Calls `body` for each leaf in turn, and `refuse` for what cannot be unpacked.
  func unpack<Failure: Error>(
    _ bytes: ByteStream, name: String, isEntry: Bool = false, depth: Int = 0,
    refuse: (IngestItem) throws(Failure) -> Void, _ body: (Leaf) throws(Failure) -> Void
  ) throws(Failure) {
    guard let wrapper = Wrapper(bytes.peek(Wrapper.headBytes)) else {
      return try body(Leaf(bytes: bytes, name: name, isEntry: isEntry))
    }
    guard depth < budget.limits.nesting else {
      return try refuse(
        .refused(Self.tooDeep(bytes.path, budget.limits), in: file, record: nil))
    }
    func inner(_ unpacked: ByteStream) throws(Failure) {
      try unpack(
        unpacked, name: Wrapper.innerName(of: name), isEntry: isEntry, depth: depth + 1,
        refuse: refuse, body)
    }
    switch wrapper {
    case .gzip: try inner(GzipSource(bytes, budget).unpacked())
    case .zstandard:
      try inner(CompressedSource(bytes, ZstandardDecompressor(), budget).unpacked())
    case .xz: try inner(CompressedSource(bytes, XZDecompressor(), budget).unpacked())
    case .bzip2: try inner(CompressedSource(bytes, Bzip2Decompressor(), budget).unpacked())
    case .lz4:
      let source = ArchiveSource(bytes, holdsFiles: false, budget)
      do throws(StreamError) {
        guard try source.next() != nil else { return }
      } catch {
        return try refuse(.refused(error, in: file, record: nil))
      }
      try inner(source.contents(of: bytes.path))
    case .archive:
      try unpackEntries(
        of: ArchiveSource(bytes, holdsFiles: true, budget), path: bytes.path, depth: depth,
        refuse: refuse, body)
    }
  }

  private func unpackEntries<Failure: Error>(
    of source: ArchiveSource, path: String, depth: Int,
    refuse: (IngestItem) throws(Failure) -> Void, _ body: (Leaf) throws(Failure) -> Void
  ) throws(Failure) {
    var isFirst = true
    while true {
      let entry: ArchiveSource.Entry?
      do throws(StreamError) {
        entry = try source.next()
      } catch {
        return try refuse(.refused(error, in: file, record: nil))
      }
      guard let entry else { return }
      if isFirst, Self.officeMarks.contains(entry.name) {
        let rule = depth == 0 ? "unknown-format" : "unknown-entry"
        return try refuse(.refused(file, rule, Self.officeReason(path)))
      }
      isFirst = false
      guard entry.isFile, !SourceWalker.isNoDocument(path: entry.name) else { continue }
      // Besides the web archives it holds indexes, and the pages' words with menus and all.
      if path.lowercased().hasSuffix(".wacz"), !entry.name.hasPrefix("archive/") { continue }
      let entryPath = path + Self.separator + Self.printable(entry.name)
      try unpack(
        source.contents(of: entryPath), name: entry.name, isEntry: true, depth: depth + 1,
        refuse: refuse, body)
    }
  }

  static func tooDeep(_ path: String, _ limits: IngestLimits) -> StreamError {
    .broken(
      rule: "bomb",
      reason: "\(path): is packed in more than \(limits.nesting) wrappers; unpack it yourself, or "
        + "raise nesting under limits in the pipeline file")
  }

  /// Office documents are archives, too.
  private static let officeMarks = ["[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"]

  private static func officeReason(_ path: String) -> String {
    "\(path): is an office document or a program, not an archive of news; save it as text or HTML"
  }

  /// The name with nothing in it that would break a line.
  private static func printable(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : $0 }))
  }
}
