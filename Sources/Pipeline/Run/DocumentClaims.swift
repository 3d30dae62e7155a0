import Ingest
import Model
import Warehouse

/// Which documents a run has met, and where: an id belongs to the text that is met first.
///
/// What files hold that were skipped is known from the warehouse, and from reading them when another
/// file claims one of their documents. A few bytes of memory a document; the rest lies in files.
final class DocumentClaims {
  enum Answer: Equatable {
    /// Nobody met the id before. `isKnown` says that the warehouse holds the document just so;
    /// `rival` is a file that has not come up yet in this run and held the document before;
    /// `wasHere` says that it was this file that did.
    case first(isKnown: Bool, rival: String?, wasHere: Bool)
    /// The same text was met before under the id.
    case repeated
    /// Another text was met before under the id.
    case taken(DocumentPlace)
  }

  private struct Claim {
    /// The beginning of the text's digest.
    var text: UInt64
    var file: Int32
    var record: Int32

    init(text: UInt64, file: Int32, record: Int32) {
      self.text = text
      self.file = file
      self.record = record
    }

    init(_ value: DigestTable.Value) {
      text = value.first
      file = Int32(truncatingIfNeeded: value.second >> 32)
      record = Int32(truncatingIfNeeded: value.second)
    }

    var value: DigestTable.Value {
      DigestTable.Value(
        first: text,
        second: UInt64(UInt32(bitPattern: file)) << 32 | UInt64(UInt32(bitPattern: record)))
    }
  }

  private let lookup: Warehouse?
  private let claims = DigestTable()
  private var files: [String] = []
  /// Those of them whose claims were given up.
  private var released: Set<Int32> = []
  private var met: MetFiles
  private var options: [IngestOptions] = []
  private let tables: RunTables

  /// - Parameters:
  ///   - lookup: to look documents up in; nil when there are none.
  ///   - recorded: the files that the warehouse knows.
  init(lookup: Warehouse?, tables: RunTables, recorded: KnownFiles) {
    self.lookup = lookup
    self.tables = tables
    met = MetFiles(recorded: recorded)
  }

  /// How the files are read that come up from now on, but for the tables.
  func begin(readBy options: IngestOptions) { self.options.append(options) }

  /// A file by its path.
  func file(_ path: String) -> MetFiles.File { met.file(path) }

  /// Takes note that a file comes up; false when it did before in this run.
  func meet(_ file: MetFiles.File) -> Bool {
    guard met[file] == MetFiles.unmet else { return false }
    met[file] = MetFiles.isRead
    return true
  }

  /// The files that the warehouse knows and that did not come up, in the order of their paths.
  func unmetFiles() -> [String] { met.unmetRecorded() }

  /// Takes note that a file is left unread as it has not changed.
  func skip(_ file: MetFiles.File) { met[file] = Int32(options.count - 1) }

  /// How a skipped file is read, of which nothing is claimed yet; from now on all of it is.
  private func takeSkipped(_ file: MetFiles.File) -> IngestOptions? {
    let state = met[file]
    guard state >= 0 else { return nil }
    met[file] = MetFiles.isRead
    return options[Int(state)]
  }

  /// Gives up what was claimed for a skipped file that is read after all.
  func release(_ path: String) {
    guard takeSkipped(file(path)) == nil,
      let index = files.firstIndex(where: { Self.isSame($0, path) })
    else { return }
    released.insert(Int32(index))
  }

  /// The claim to a document's id; nil when there is none.
  private func claim(to id: DigestPrefix) -> Claim? {
    guard let value = claims[DigestTable.Key(id)] else { return nil }
    let claim = Claim(value)
    return released.contains(claim.file) ? nil : claim
  }

  /// Which of the documents that files held, by the warehouse, were not met in this run at all. To be
  /// asked when all has been read.
  func unmet(ofFiles paths: [String]) -> [String] {
    guard !paths.isEmpty, let known = try? lookup?.documents(ofFiles: paths) else { return [] }
    return known.filter { claim(to: Digest.prefix(of: $0)) == nil }
  }

  /// Claims a document's id for its text.
  func claim(_ document: Document) -> Answer {
    let id = Digest.prefix(of: document.id)
    if let answer = compare(document, id) { return answer }
    var rival: String?
    let isKnown = isKnown(document)
    let stored = isKnown ? document.path : (try? lookup?.path(of: document.id)) ?? nil
    let wasHere = isKnown || Self.isSame(stored, document.path)
    if !wasHere, let holder = stored {
      let file = file(holder)
      if let options = takeSkipped(file) {
        claimAll(in: holder, readBy: options)
        if let answer = compare(document, id) { return answer }
      } else if met[file] == MetFiles.unmet {
        rival = holder
      }
    }
    add(document, id)
    return .first(isKnown: isKnown, rival: rival, wasHere: wasHere)
  }

  private func compare(_ document: Document, _ id: DigestPrefix) -> Answer? {
    guard let claim = claim(to: id) else { return nil }
    guard claim.text != Self.text(document) else { return .repeated }
    let path = claim.file < 0 ? nil : files[Int(claim.file)]
    return .taken(
      DocumentPlace(path: path, record: claim.record < 0 ? nil : Int(claim.record)))
  }

  private func add(_ document: Document, _ id: DigestPrefix) {
    if let path = document.path, !isLast(path) { files.append(path) }
    let claim = Claim(
      text: Self.text(document), file: document.path == nil ? -1 : Int32(files.count - 1),
      record: Int32(clamping: document.record ?? -1))
    claims[DigestTable.Key(id)] = claim.value
  }

  /// Whether the file that had the last claim is this one, and has given nothing up.
  private func isLast(_ path: String) -> Bool {
    files.last.map { Self.isSame($0, path) } == true && !released.contains(Int32(files.count - 1))
  }

  private func isKnown(_ document: Document) -> Bool {
    guard let lookup, let stored = try? lookup.state(of: document.id) else { return false }
    return stored.state == DocumentState(of: document, rulesDigest: tables.rulesDigest)
  }

  /// Claims what a file holds that was skipped; it came before all that is read from now on.
  private func claimAll(in path: String, readBy options: IngestOptions) {
    // There are tables, as a document was read that the file is asked for.
    guard let tables = try? tables.read() else { return }
    var reader = DocumentReader(options: options.withTables(of: tables.options))
    let stamp = FileStamp(size: 0, mtimeNanoseconds: 0)
    reader.read(SourceFile(path: path, format: SourceFormat(path: path), stamp: stamp)) { item in
      guard case .document(let document) = item else { return }
      let id = Digest.prefix(of: document.id)
      if claim(to: id) == nil { add(document, id) }
    }
  }

  private static func text(_ document: Document) -> UInt64 {
    UInt64(document.digest.prefix(16), radix: 16) ?? 0
  }

  private static func isSame(_ left: String?, _ right: String?) -> Bool {
    guard let left, let right else { return false }
    return isSame(left, right)
  }

  /// Paths are bytes: composed and decomposed forms are different files.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }
}

extension DigestTable.Key {
  fileprivate init(_ digest: DigestPrefix) { self.init(high: digest.high, low: digest.low) }
}

/// Where a document stands, for messages.
struct DocumentPlace: Equatable, CustomStringConvertible {
  var path: String?
  var record: Int?

  var description: String {
    (path ?? "the standard input") + (record.map { ", record \($0)" } ?? "")
  }
}
