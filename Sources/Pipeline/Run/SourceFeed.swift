import Glibc
import Ingest
import Model
import Warehouse

/// Reads the sources of a run, in their order, into batches of events.
struct SourceFeed: Sendable {
  /// How much text a batch holds before it is handed on.
  static let batchBytes = 512 << 10
  /// How many events a batch holds at most: files that are skipped have no text.
  static let batchEvents = 1000

  var sources: [PipelineFile.Source]
  var rulesDigest: String
  var run: RunID
  /// The files that were read before; empty when all are to be read again.
  var knownFiles: [String: FileRecord]
  /// Opens the warehouse to look documents up in; nil when it holds none.
  var openLookup: (@Sendable () throws -> Warehouse)?

  /// Hands batches to `put` until all is read or that gives false.
  func feed(_ put: @escaping (SourceBatch) -> Bool) {
    // Without the lookup documents are extracted that need not be, and nothing else is different.
    let feeder = SourceFeeder(lookup: try? openLookup?(), put: put)
    do throws(SourceFeeder.Stopped) {
      for source in sources { try feed(source, feeder) }
      try feeder.flush()
    } catch {}
  }

  private func feed(
    _ source: PipelineFile.Source, _ feeder: SourceFeeder
  ) throws(SourceFeeder.Stopped) {
    let digest = Self.digest(rulesDigest, source)
    var manifests = ManifestStamps()
    for entry in SourceWalker(paths: source.paths) {
      switch entry {
      case .rejection(let rejection): try feeder.add(.refused(rejection))
      case .file(let file):
        let manifest = manifests.stamp(of: file)
        let record = FileRecord(
          sizeBytes: file.stamp.size,
          modifiedNanoseconds: max(file.stamp.mtimeNanoseconds, manifest?.modified ?? 0),
          rulesDigest: digest, documentCount: 0, lastRun: run)
        if let known = knownFiles[file.path], known.isSameFile(as: record) {
          try feeder.add(.skipped(known))
        } else {
          var reading = FileFeed(
            feeder: feeder, source: source, file: file, manifestPath: manifest?.path,
            rulesDigest: rulesDigest)
          try reading.read(record)
        }
      }
    }
  }

  /// What a file is read by: the rules, and what the source says about all of its files.
  private static func digest(_ rulesDigest: String, _ source: PipelineFile.Source) -> String {
    guard source.outlet != nil || source.place != nil else { return rulesDigest }
    let parts = [rulesDigest, source.outlet ?? "", source.place ?? ""]
    return Digest.sha256(of: Array(parts.joined(separator: "\n").utf8))
  }
}

extension FileRecord {
  /// Whether a file that was then so, and is now as `other`, need not be read again.
  func isSameFile(as other: FileRecord) -> Bool {
    sizeBytes == other.sizeBytes && modifiedNanoseconds == other.modifiedNanoseconds
      && rulesDigest == other.rulesDigest
  }
}

/// When the manifests beside text files were written: a file is read again when its folder's
/// manifest has changed.
private struct ManifestStamps {
  private var folder: String?
  private var current: (path: String, modified: Int)?

  mutating func stamp(of file: SourceFile) -> (path: String, modified: Int)? {
    guard file.format == .text else { return nil }
    let slash = file.path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let prefix = slash.map { String(file.path[...$0]) } ?? ""
    if folder != prefix {
      folder = prefix
      current = Self.stamp(ofManifest: prefix + "manifest.csv")
    }
    return current
  }

  private static func stamp(ofManifest path: String) -> (path: String, modified: Int)? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return (path, status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec)
  }
}
