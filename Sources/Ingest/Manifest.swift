import Glibc
import Tables

/// What a folder's `manifest.csv` says about the files beside it.
///
/// Its columns: `file` (the name within the folder), and where known `title`, `outlet`, `author`,
/// `url`, `published`, `place`, `note`. Other columns are passed over.
struct Manifest {
  static let fileName = "manifest.csv"

  struct Entry {
    var title: String?
    var outlet: String?
    var author: String?
    var url: String?
    var published: String?
    var place: String?
  }

  private var entries: [String: Entry] = [:]

  /// Nothing is known.
  init() {}

  init(path: String) throws(TableError) {
    let table = try Table.read(
      path: path, columns: ["file"],
      optional: ["title", "outlet", "author", "url", "published", "place", "note"],
      ignoringOthers: true)
    for row in table.rows {
      guard entries.updateValue(Entry(row), forKey: row["file"]) == nil else {
        throw row.error("file", "'\(row["file"])' stands twice; remove one of the rows")
      }
    }
  }

  /// What is said about the file of this name.
  subscript(name: String) -> Entry? { entries[name] }
}

extension Manifest.Entry {
  fileprivate init(_ row: TableRow) {
    func field(_ column: String) -> String? { row[column].isEmpty ? nil : row[column] }
    self.init(
      title: field("title"), outlet: field("outlet"), author: field("author"),
      url: field("url"), published: field("published"), place: field("place"))
  }
}

/// Keeps the manifest of the folder that files are read from.
struct ManifestCache {
  private var folder: String?
  private var manifest = Manifest()

  /// What the manifest beside a file says about it.
  ///
  /// A manifest that cannot be read is thrown once, for the first file of its folder; the others
  /// then have no metadata.
  mutating func entry(for path: String) throws(TableError) -> Manifest.Entry? {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let prefix = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    if folder != prefix {
      folder = prefix
      manifest = Manifest()
      let manifestPath = prefix + Manifest.fileName
      if access(manifestPath, F_OK) == 0 { manifest = try Manifest(path: manifestPath) }
    }
    return manifest[name]
  }
}
