import Glibc
import Ingest
import Model

/// Documents of the corpus under names of their own, over and over, until there are enough.
///
/// They pass through one by one: a child's peak memory is told as this process's at least.
struct MadeCorpus {
  let corpus: CorpusFile

  /// Writes documents as JSON Lines until the texts have `bytes` bytes.
  func write(bytes: Int, to path: String) throws {
    try makeFile(path) { output in
      var writer = JSONWriter()
      var written = 0
      try forEach { document, number in
        writer.removeAll()
        writer.beginObject()
        writer.member("id", "\(number)-\(document.id)")
        if let published = document.published { writer.member("published", published) }
        writer.key("text")
        // The number makes each text one of its own: copies are stored once.
        writer.string(document.text + Array("\n#\(number)\n".utf8))
        writer.endObject()
        writer.newline()
        try output.write(writer.bytes)
        written += document.text.count
        return written < bytes
      }
    }
  }

  /// Writes each document to a file of its own, a thousand to a folder: those with the numbers of
  /// `range`.
  func writeFiles(_ range: Range<Int>, below folder: String) throws {
    try forEach { document, count in
      let number = range.lowerBound + count
      guard number < range.upperBound else { return false }
      let place = "\(folder)/\(number / 1000)"
      if access(place, F_OK) != 0, mkdir(place, 0o755) != 0 { throw BenchError.system(place) }
      // The number makes each text one of its own.
      try writeFile("\(place)/\(number).txt", document.text + Array("\n#\(number)\n".utf8))
      return number + 1 < range.upperBound
    }
  }

  /// Ends the reading of the corpus.
  private struct Enough: Error {}

  /// Calls `body` with documents and their numbers until it gives false.
  private func forEach(_ body: (Document, Int) throws -> Bool) throws {
    var number = 0
    do {
      while true {
        let before = number
        try RawFiles.read(paths: [corpus.path]) { item in
          guard case .document(let document) = item else { return }
          guard try body(document, number) else { throw Enough() }
          number += 1
        }
        guard number > before else { throw BenchError("\(corpus.path): holds no documents") }
      }
    } catch is Enough {}
  }
}
