import Glibc

/// How a raw file holds its documents.
public enum SourceFormat: String, Sendable, CaseIterable {
  /// The whole file is one text.
  case text
  /// One JSON object a line.
  case jsonLines
  /// One JSON object, or an array of them.
  case json
  /// A header and one document a record.
  case csv
  /// Records, or one document, as Scrapy and trafilatura write them.
  case xml
  /// A page of a news site.
  case html
  /// A web archive, of which the Vietnamese pages are taken.
  case warc
  /// A text whose words a segmenter has joined by `_`.
  case tokenised
  /// The statements that fill a database: not read.
  case sql

  /// The format of a name in the pipeline file; nil for any other.
  public init?(named name: String) {
    guard let format = Self.names.first(where: { $0.name == name })?.format else { return nil }
    self = format
  }

  /// The names that ``init(named:)`` knows.
  public static var allNames: [String] { names.map(\.name) }

  private static let names: [(name: String, format: SourceFormat)] = [
    ("text", .text), ("jsonl", .jsonLines), ("json", .json), ("csv", .csv), ("xml", .xml),
    ("html", .html), ("warc", .warc), ("tokenised", .tokenised),
  ]

  /// The format that a file's name tells by its extension, in either case; nil for any other.
  public init?(path: String) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { path.utf8[path.utf8.index(after: $0)...] } ?? path.utf8[...]
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    switch String(Substring(name[name.index(after: dot)...])).lowercased() {
    case "txt", "md": self = .text
    case "jsonl", "ndjson": self = .jsonLines
    case "json": self = .json
    case "csv", "tsv": self = .csv
    case "warc": self = .warc
    case "ws": self = .tokenised
    case "sql": self = .sql
    case "xml", "xmltei": self = .xml
    case "html", "htm", "xhtml", "shtml": self = .html
    default: return nil
    }
  }
}

/// What tells cheaply whether a file has changed since it was last read.
public struct FileStamp: Sendable, Hashable {
  /// In bytes.
  public var size: Int
  /// When the file was last written, in nanoseconds since 1970.
  public var mtimeNanoseconds: Int
  /// SHA-256 of the file's bytes where it was taken: ``Digest/sha256(ofFileAt:)``.
  public var digest: String?

  public init(size: Int, mtimeNanoseconds: Int, digest: String? = nil) {
    self.size = size
    self.mtimeNanoseconds = mtimeNanoseconds
    self.digest = digest
  }

  init(_ status: stat) {
    size = Int(status.st_size)
    mtimeNanoseconds = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
  }
}

/// A raw file to read.
public struct SourceFile: Sendable, Hashable {
  /// The path as given; for a file found in a folder the folder's, `/`, and the rest.
  public var path: String
  /// Nil where the name does not tell, and the content must.
  public var format: SourceFormat?
  public var stamp: FileStamp
  /// Whether somebody named the file itself, and not a folder that it lies in: it is then read as
  /// text when nothing tells its format.
  public var isNamed: Bool

  public init(path: String, format: SourceFormat?, stamp: FileStamp, isNamed: Bool = true) {
    self.path = path
    self.isNamed = isNamed
    self.format = format
    self.stamp = stamp
  }
}
