import Glibc
import Ingest
import Model
import Warehouse

/// Reads the sources of a run, in their order, into batches of events.
struct SourceFeed: Sendable {
  /// How much text a batch holds before it is handed on.
  static let batchBytes = 512 << 10
  /// How many events a batch holds at most, and how many files that are skipped: they have no text.
  static let batchEvents = 1000
  static let batchSkippedFiles = 10_000
  /// What two texts under one id are refused by.
  static let duplicateRule = "ingest:duplicate-id"
  /// What these rules refuse depends on more than the file: it is tried again in each run.
  static let retriedRules = ["ingest:unreadable", "ingest:changed", duplicateRule]

  var sources: [PipelineFile.Source]
  var rulesDigest: String
  var run: RunID
  /// How files are read where their source does not say so.
  var reading = IngestOptions()
  /// The files that were read before; empty when all are to be read again.
  var knownFiles: [String: FileRecord]
  /// All files that the warehouse knows: those that are gone are withdrawn.
  var recordedFiles: [String: FileRecord] = [:]
  /// The files and folders that ``retriedRules`` refused before.
  var retried: Set<String> = []
  /// Opens the warehouse to look documents up in; nil when it holds none.
  var openLookup: (@Sendable () throws -> Warehouse)?

  /// Hands batches to `put` until all is read or that gives false.
  func feed(_ put: @escaping (SourceBatch) -> Bool) {
    // Without the lookup documents are extracted that need not be.
    let claims = DocumentClaims(
      lookup: try? openLookup?(), rulesDigest: rulesDigest, fileCount: recordedFiles.count)
    let feeder = SourceFeeder(
      claims: claims, knownFiles: knownFiles, recordedFiles: recordedFiles, put: put)
    do throws(SourceFeeder.Stopped) {
      for path in retried.sorted() where Self.isReadableFolder(path) {
        try feeder.add(.opened(path: path))
      }
      var walk = WalkedPaths()
      for source in sources { try feed(source, feeder, &walk) }
      try withdraw(feeder, walk)
      try feeder.flush()
    } catch {}
  }

  private func feed(
    _ source: PipelineFile.Source, _ feeder: SourceFeeder, _ walk: inout WalkedPaths
  ) throws(SourceFeeder.Stopped) {
    var manifests = ManifestDigests()
    let options = source.options(over: reading)
    // The same for all files of a folder: made for each of them, it takes longer than all the rest.
    var digests = ReadingDigests(rulesDigest: rulesDigest, source: source, options: options)
    walk.begin(source.paths)
    feeder.claims.begin(readBy: options)
    try feeder.add(.source(source))
    for entry in SourceWalker(paths: source.paths, globs: source.globs) {
      switch entry {
      case .rejection(let rejection):
        walk.refuse(rejection)
        try feeder.add(.refused(rejection))
      case .file(let file):
        let name = FileName(file.path)
        walk.meet(file.path)
        // Of two sources that hold a file the first has it.
        guard feeder.claims.meet(name) else { continue }
        let known = feeder.knownFiles[file.path]
        if known != nil { walk.metRecorded += 1 }
        let manifest = manifests.manifest(of: file)
        let record = FileRecord(
          sizeBytes: file.stamp.size, modifiedNanoseconds: file.stamp.mtimeNanoseconds, digest: "",
          rulesDigest: digests.digest(manifest: manifest?.digest), documentCount: 0,
          lastRun: run)
        func reading() -> FileFeed {
          FileFeed(
            feeder: feeder, source: source, options: options, file: file,
            manifestPath: manifest?.path)
        }
        if let known, let skipped = skipped(file.path, record, known) {
          feeder.claims.skip(name)
          if known.repeatedCount > 0 {
            walk.postponed.append((reading(), record, skipped))
          } else {
            try add(skipped, feeder)
          }
        } else {
          var reading = reading()
          try reading.read(record)
        }
      }
    }
  }

  /// Withdraws the files that are gone, and the documents that are gone from their files. One of them
  /// that a skipped file holds too is taken from there first.
  private func withdraw(
    _ feeder: SourceFeeder, _ walk: WalkedPaths
  ) throws(SourceFeeder.Stopped) {
    let isComplete = walk.metRecorded == recordedFiles.count
    let gone =
      isComplete
      ? [] : walk.gone(among: recordedFiles.keys) { feeder.claims.hasMet(FileName($0)) }
    let reread = feeder.reread
    let isSure = gone.isEmpty && feeder.claims.unmet(ofFiles: reread.map(\.path)).isEmpty
    for (reading, record, skipped) in walk.postponed {
      if isSure {
        try add(skipped, feeder)
      } else {
        var reading = reading
        feeder.claims.release(reading.file.path)
        try reading.read(record)
      }
    }
    if !gone.isEmpty { try feeder.add(.gone(paths: gone)) }
    let lost = isSure ? [] : feeder.claims.unmet(ofFiles: reread.map(\.path))
    if !lost.isEmpty { try feeder.add(.lost(documents: lost)) }
    for (path, record) in feeder.reread { try feeder.add(.recorded(path: path, record: record)) }
  }

  /// A file that need not be read.
  enum Skipped {
    case asItWas(FileRecord)
    case touched(path: String, record: FileRecord)
  }

  private func add(_ file: Skipped, _ feeder: SourceFeeder) throws(SourceFeeder.Stopped) {
    switch file {
    case .asItWas(let record): try feeder.skip(record, in: run)
    case .touched(let path, let record): try feeder.add(.touched(path: path, record: record))
    }
  }

  /// What to say of a file that need not be read; nil when it must be.
  private func skipped(
    _ path: String, _ record: FileRecord, _ known: FileRecord
  ) -> Skipped? {
    guard !retried.contains(path) else { return nil }
    if known.isSameFile(as: record) { return .asItWas(known) }
    guard known.sizeBytes == record.sizeBytes, known.rulesDigest == record.rulesDigest,
      known.digest == (try? Digest.sha256(ofFileAt: path))
    else { return nil }
    var touched = known
    touched.modifiedNanoseconds = record.modifiedNanoseconds
    return .touched(path: path, record: touched)
  }

  private static func isReadableFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && access(path, R_OK | X_OK) == 0
  }
}

extension FileRecord {
  /// Whether a file that was then so, and is now as `other`, need not be read again.
  func isSameFile(as other: FileRecord) -> Bool {
    sizeBytes == other.sizeBytes && modifiedNanoseconds == other.modifiedNanoseconds
      && rulesDigest == other.rulesDigest
  }
}
