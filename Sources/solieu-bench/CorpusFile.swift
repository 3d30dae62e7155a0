import Glibc
import Ingest
import Model
import Pipeline

/// The documents that are measured on, as a file of JSON Lines.
struct CorpusFile {
  var path: String
  var description: String

  /// The file that is named, else the shared one, else one made in `folder`.
  static func find(
    named: String?, root: Root, folder: ScratchFolder, megabytes: Int
  ) throws -> CorpusFile {
    let path = named ?? root.join("../shared/corpus/bench/news.jsonl")
    if access(path, R_OK) == 0 {
      return CorpusFile(path: path, description: "`\(path)`, \(size(of: path) / 1_000_000) MB")
    }
    guard named == nil else { throw BenchError.system(path) }
    let articles = documents(at: root.join("Raw"))
    let made = folder.file("corpus.jsonl")
    try MadeText(articles: articles, bytes: megabytes * 1_000_000).write(to: made)
    return CorpusFile(
      path: made, description: "\(size(of: made) / 1_000_000) MB made of the articles in `Raw/`")
  }

  /// The documents of a file or folder; what is refused is left out.
  static func documents(at path: String) -> [Document] {
    var documents: [Document] = []
    RawFiles.read(paths: [path]) { item in
      if case .document(let document) = item { documents.append(document) }
    }
    return documents
  }

  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
