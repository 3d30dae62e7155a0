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
  /// What walks over the files of the sources.
  var walk: WalkAhead
  var tables: RunTables
  var run: RunID
  /// The files that the warehouse knows: those that are gone are withdrawn.
  var recordedFiles = KnownFiles()
  /// Also those are read that are as they were.
  var readsAll = false
  /// The files and folders that ``retriedRules`` refused before.
  var retried: Set<String> = []
  /// Opens the warehouse to look documents up in; nil when it holds none.
  var openLookup: (@Sendable () throws -> Warehouse)?

  /// Hands batches to `put` until all is read or that gives false.
  func feed(_ put: @escaping (SourceBatch) -> Bool) {
    // Without the lookup documents are extracted that need not be.
    let claims = DocumentClaims(
      lookup: try? openLookup?(), tables: tables, recorded: recordedFiles)
    let feeder = SourceFeeder(
      claims: claims, recordedFiles: recordedFiles, tables: tables, put: put)
    do throws(SourceFeeder.Stopped) {
      for path in retried.sorted() where Self.isReadableFolder(path) {
        try feeder.add(.opened(path: path))
      }
      var walked = WalkedPaths()
      for index in sources.indices { try feed(index, feeder, &walked) }
      try withdraw(feeder, walked)
      try feeder.flush()
    } catch {}
  }

  private func feed(
    _ number: Int, _ feeder: SourceFeeder, _ walked: inout WalkedPaths
  ) throws(SourceFeeder.Stopped) {
    let source = sources[number]
    var manifests = ManifestDigests()
    let options = source.options(over: tables.standard)
    // The same for all files of a folder: made for each of them, it takes longer than all the rest.
    var digests = ReadingDigests(
      rulesDigest: tables.rulesDigest, source: source, options: options)
    walked.begin(source.paths)
    feeder.claims.begin(readBy: options)
    try feeder.add(.source(source))
    while let entries = walk.next(of: number) {
      for entry in entries {
        switch entry {
        case .rejection(let rejection):
          walked.refuse(rejection)
          try feeder.add(.refused(rejection))
        case .file(let file):
          let manifest = manifests.manifest(of: file)
          let digest = digests.digest(manifest: manifest?.digest)
          try feed(file, digest, feeder, &walked) {
            FileFeed(
              feeder: feeder, source: source, options: options, file: file,
              manifestPath: manifest?.path)
          }
        }
      }
    }
  }

  /// - Parameters:
  ///   - digest: of what the file is read by.
  ///   - reading: makes what reads it; for most files nothing does.
  private func feed(
    _ file: SourceFile, _ digest: String, _ feeder: SourceFeeder, _ walked: inout WalkedPaths,
    _ reading: () -> FileFeed
  ) throws(SourceFeeder.Stopped) {
    let met = feeder.claims.file(file.path)
    walked.meet(file.path)
    // Of two sources that hold a file the first has it.
    guard feeder.claims.meet(met) else { return }
    if met.index != nil { walked.metRecorded += 1 }
    let skipped = met.index.flatMap { self.skipped(file, digest, at: $0, feeder) }
    if let skipped {
      feeder.claims.skip(met)
      if recordedFiles.repeatedCount(at: skipped.index) == 0 { return try add(skipped, feeder) }
    }
    let record = FileRecord(
      sizeBytes: file.stamp.size, modifiedNanoseconds: file.stamp.mtimeNanoseconds, digest: "",
      rulesDigest: digest, documentCount: 0, lastRun: run)
    if let skipped { return walked.postponed.append((reading(), record, skipped)) }
    var reading = reading()
    try reading.read(record)
  }

  /// Withdraws the files that are gone, and the documents that are gone from their files. One of them
  /// that a skipped file holds too is taken from there first.
  private func withdraw(
    _ feeder: SourceFeeder, _ walked: WalkedPaths
  ) throws(SourceFeeder.Stopped) {
    let isComplete = walked.metRecorded == recordedFiles.count
    let gone =
      isComplete
      ? [] : walked.gone(among: feeder.claims.unmetFiles())
    let reread = feeder.reread
    let isSure = gone.isEmpty && feeder.claims.unmet(ofFiles: reread.map(\.path)).isEmpty
    for (reading, record, skipped) in walked.postponed {
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
  struct Skipped {
    /// Its place among the files that the warehouse knows.
    var index: Int
    var path: String
    /// What is to be noted of it when only its time has changed.
    var touched: FileRecord?
  }

  private func add(_ file: Skipped, _ feeder: SourceFeeder) throws(SourceFeeder.Stopped) {
    if let record = file.touched {
      try feeder.add(.touched(path: file.path, record: record))
    } else {
      try feeder.skip(file.index, in: run)
    }
  }

  /// What to say of a file that need not be read; nil when it must be.
  ///
  /// - Parameter digest: of what it would be read by.
  private func skipped(
    _ file: SourceFile, _ digest: String, at index: Int, _ feeder: SourceFeeder
  ) -> Skipped? {
    guard !readsAll, recordedFiles.rulesDigest(at: index) == digest,
      !feeder.isForgotten(file.path), !retried.contains(file.path)
    else { return nil }
    var skipped = Skipped(index: index, path: file.path)
    if recordedFiles.isAsItWas(
      at: index, sizeBytes: file.stamp.size, modifiedNanoseconds: file.stamp.mtimeNanoseconds)
    {
      return skipped
    }
    var record = recordedFiles[index]
    guard record.sizeBytes == file.stamp.size,
      record.digest == (try? Digest.sha256(ofFileAt: file.path))
    else { return nil }
    record.modifiedNanoseconds = file.stamp.mtimeNanoseconds
    skipped.touched = record
    return skipped
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
