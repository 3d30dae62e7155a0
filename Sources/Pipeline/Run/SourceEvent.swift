import Model
import Warehouse

/// What the reading of the sources comes across, in the order of the files.
enum SourceEvent: Sendable {
  /// What follows is of this source.
  case source(PipelineFile.Source)
  /// A document with what was refused of its metadata. `isKnown` says that the warehouse holds it
  /// just so; each id comes up once in a run.
  case document(Document, refused: [Rejection], isKnown: Bool)
  /// A document that was refused as a whole, or a file that could not be opened.
  case refused(Rejection)
  /// Files that are as they were when they were last read.
  case skipped(SkippedFiles)
  /// A file with another time than when it was last read, but of the same bytes.
  case touched(path: String, record: FileRecord)
  /// Files that were read before and are gone from a source that was walked as a whole.
  case gone(paths: [String])
  /// Documents that their files no longer hold, which were read as a whole.
  case lost(documents: [String])
  /// What is to be noted of a file whose end came before.
  case recorded(path: String, record: FileRecord)
  /// A file that must be read again when it comes up, as it shares a document with another one.
  case forgotten(path: String)
  /// A folder that could not be read before and now can.
  case opened(path: String)
  /// The end of a file, with what was refused under its own name; `refusedOfOwn` is what was
  /// refused of the metadata of a document that bears the file's name, nil when there is none.
  /// Without a record it is noted later.
  case fileEnd(
    path: String, record: FileRecord?, refused: [Rejection], refusedOfOwn: [Rejection]?)
  /// The list of what is known about the files of a folder.
  case manifest(path: String, refused: [Rejection])
  /// The run cannot go on.
  case failed(any Error)
}

/// Files that need not be read, one after another: they are counted together.
struct SkippedFiles: Sendable {
  private(set) var files = 0
  private(set) var documents = 0
  /// Those of the documents that the run itself had stored before it was stopped.
  private(set) var documentsDoneBefore = 0
  private(set) var newestPublished: String?

  mutating func add(documents: Int, newest: String?, isOfRun: Bool) {
    files += 1
    self.documents += documents
    if isOfRun { documentsDoneBefore += documents }
    newestPublished = SourceCounts.newer(newestPublished, newest)
  }

  mutating func add(_ record: FileRecord, in run: RunID) {
    add(
      documents: record.documentCount, newest: record.newestPublished,
      isOfRun: record.lastRun == run)
  }
}

/// A stretch of events that is handed on as one.
struct SourceBatch: Sendable {
  var events: [SourceEvent] = []
  /// The bytes of the texts in it.
  var textBytes = 0
  /// The files in it that were skipped.
  var skippedFiles = 0
  /// How long it took to read, without the time spent waiting.
  var reading = Duration.zero
}

/// A batch after the workers.
struct ReadBatch: Sendable {
  enum Event: Sendable {
    case reading(PreparedReading, ReadingCounts)
    /// Known as it is, with what was refused of its metadata.
    case known(Document, refused: [Rejection])
    case other(SourceEvent)
  }

  var events: [Event] = []
  var textBytes = 0
  var ingesting = Duration.zero
  var extracting = Duration.zero
  var validating = Duration.zero

  /// Extracts and validates the documents of a batch.
  ///
  /// They leave ready to be stored, as the one thread that stores has the most to do.
  /// - Parameters:
  ///   - rulesDigest: the rules that they are read by.
  ///   - longestWhole: what is longer is read in stretches.
  ///   - stages: asked for where there is something to read.
  init(
    _ batch: SourceBatch, rulesDigest: String, longestWhole: Int, stages: () throws -> Stages
  ) {
    events.reserveCapacity(batch.events.count)
    for event in batch.events {
      switch event {
      case .document(let document, let refused, isKnown: false):
        do {
          let stages = try stages()
          read(document, refused, stages, rulesDigest, isWhole: document.text.count <= longestWhole)
        } catch {
          events.append(.other(.failed(error)))
        }
      case .document(let document, let refused, isKnown: true):
        events.append(.known(document, refused: refused))
      default: events.append(.other(event))
      }
    }
    textBytes = batch.textBytes
    ingesting = batch.reading
  }

  private mutating func read(
    _ document: Document, _ refused: [Rejection], _ stages: Stages, _ rulesDigest: String,
    isWhole: Bool
  ) {
    if isWhole {
      let reading = stages.read(document, refused: refused)
      events.append(
        .reading(PreparedReading(reading, rulesDigest: rulesDigest), ReadingCounts(reading)))
    } else {
      let (reading, counts) = stages.readInStretches(
        document, refused: refused, rulesDigest: rulesDigest)
      events.append(.reading(reading, counts))
    }
    let times = stages.takeTimes()
    extracting += times.extracting
    validating += times.validating
  }
}
