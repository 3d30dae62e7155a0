import Model
import Tables

/// Reads raw files one document at a time, with memory bounded by the largest document.
///
/// Whatever is wrong with a file or a record becomes a rejection that says where and what to do;
/// only what the caller's closure throws is thrown.
public struct DocumentReader {
  /// The most bytes that one document may have in its file by default.
  public static let defaultMaximumDocumentBytes = 256 << 20

  let limit: Int
  /// SHA-256 of the bytes of the file that was read last, as they were read; nil when the system
  /// refused it, and when digests are not taken.
  public private(set) var digest: String?
  private let takesDigest: Bool
  private var manifests = ManifestCache()

  /// - Parameters:
  ///   - maximumDocumentBytes: The most bytes that one document may have in its file; a larger one
  ///     is a rejection.
  ///   - takesDigest: Whether ``digest`` is wanted.
  public init(
    maximumDocumentBytes: Int = DocumentReader.defaultMaximumDocumentBytes,
    takesDigest: Bool = false
  ) {
    limit = maximumDocumentBytes
    self.takesDigest = takesDigest
  }

  /// Reads a file and calls `body` for each document and rejection, in the order of the file.
  ///
  /// A file whose name does not tell its format is JSON when its first sign is `{`, and else text.
  public mutating func read<Failure: Error>(
    _ source: SourceFile, _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    digest = nil
    let entry: Manifest.Entry?
    do throws(TableError) {
      entry = try manifests.entry(for: source.path)
    } catch {
      entry = nil
      try body(.refused(error.path, "manifest", error.description))
    }
    let file: InputFile
    let format: SourceFormat
    let fileDigest: FileDigest?
    do throws(InputError) {
      file = try InputFile(path: source.path)
      fileDigest = takesDigest ? FileDigest(file) : nil
      if let known = source.format { format = known } else { format = try Self.format(of: file) }
    } catch {
      try body(.rejection(.unreadable(error)))
      return
    }
    let reading = FileReading(file: file, documentPath: file.path, limit: limit)
    switch format {
    case .text: try reading.readText(entry, body)
    case .jsonLines: try reading.readJSONLines(body)
    case .json: try reading.readJSON(body)
    case .csv: try reading.readCSV(body)
    }
    do throws(InputError) {
      digest = try fileDigest?.finish(file)
    } catch {
      try body(.rejection(.unreadable(error)))
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
    try FileReading(file: file, documentPath: nil, limit: limit).readJSONLines(body)
  }

  private static func format(of file: InputFile) throws(InputError) -> SourceFormat {
    var head = try file.peek(limit: ChunkReader.chunkBytes)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    let first = head.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    return first == UInt8(ascii: "{") ? .json : .text
  }
}

/// The reading of one open file.
struct FileReading {
  let file: InputFile
  /// What the documents are told to come from.
  let documentPath: String?
  let limit: Int

  var path: String { file.path }
  var maker: DocumentMaker { DocumentMaker(path: documentPath) }

  func tooLarge(_ place: FilePlace) -> IngestItem {
    .refused(path, "too-large", "\(place): more than \(limit) bytes for one document; split it")
  }
}
