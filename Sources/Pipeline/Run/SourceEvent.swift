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
  /// A file that is as it was when it was last read.
  case skipped(FileRecord)
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
}

/// A stretch of events that is handed on as one.
struct SourceBatch: Sendable {
  var events: [SourceEvent] = []
  /// The bytes of the texts in it.
  var textBytes = 0
  /// How long it took to read, without the time spent waiting.
  var reading = Duration.zero
}

/// A batch after the workers.
struct ReadBatch: Sendable {
  enum Event: Sendable {
    case reading(DocumentReading)
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
  init(_ batch: SourceBatch, _ stages: Stages) {
    events.reserveCapacity(batch.events.count)
    for event in batch.events {
      switch event {
      case .document(let document, let refused, isKnown: false):
        events.append(.reading(stages.read(document, refused: refused)))
      case .document(let document, let refused, isKnown: true):
        events.append(.known(document, refused: refused))
      default: events.append(.other(event))
      }
    }
    textBytes = batch.textBytes
    ingesting = batch.reading
    (extracting, validating) = stages.takeTimes()
  }
}
