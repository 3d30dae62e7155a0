import Ingest
import Model
import Pipeline

/// Ingest by format: of the same texts as plain text, JSON Lines and CSV, and of pages made of them.
struct IngestBench {
  let extraction: ExtractionBench
  let options: IngestOptions
  let folder: ScratchFolder
  let repetitions: Int

  private var documents: [Document] { extraction.documents }

  private static let bytes = 40_000_000

  func measures() throws -> [Measure] {
    defer { folder.clear("ingest") }
    let text = folder.file("ingest.txt")
    let lines = folder.file("ingest.jsonl")
    let table = folder.file("ingest.csv")
    let pages = folder.file("ingest.warc")
    try write(to: text, asTable: nil)
    try write(to: lines, asTable: false)
    try write(to: table, asTable: true)
    try MadePage.writeArchive(of: documents, bytes: Self.bytes, to: pages)
    let extraction = extractionSpeeds()
    func measure(_ name: String, _ path: String, isHeldAgainstExtraction: Bool) -> Measure {
      Measure(
        "ingest of \(name), by processor time", speeds(path), "MB/s",
        against: isHeldAgainstExtraction
          ? .init(name: "extraction", samples: extraction) : nil,
        bar: isHeldAgainstExtraction ? "1.0 or more" : "30 or more")
    }
    return [
      measure("plain text", text, isHeldAgainstExtraction: true),
      measure("JSON Lines", lines, isHeldAgainstExtraction: true),
      measure("CSV", table, isHeldAgainstExtraction: true),
      measure("HTML pages in a WARC", pages, isHeldAgainstExtraction: false),
    ]
  }

  private func speeds(_ path: String) -> [Double] {
    let megabytes = Double(CorpusFile.size(of: path)) / 1_000_000
    var samples: [Double] = []
    for _ in 0..<repetitions {
      let start = Clock.thread
      var count = 0
      RawFiles.read(paths: [path], options: options) { _ in count += 1 }
      if count > 0 { samples.append(megabytes / (Clock.thread - start)) }
    }
    return samples
  }

  /// By one worker.
  private func extractionSpeeds() -> [Double] {
    (0..<repetitions).map { _ in
      let start = Clock.thread
      extraction.readAll()
      return extraction.megabytes / (Clock.thread - start)
    }
  }

  /// - Parameter asTable: true for CSV, false for JSON Lines, nil for plain text.
  private func write(to path: String, asTable: Bool?) throws {
    try makeFile(path) { output in
      var written = 0
      var writer = JSONWriter()
      if asTable == true { try output.write("id,text\n") }
      for (number, document) in documents.enumerated() where written < Self.bytes {
        written += document.text.count
        writer.removeAll()
        switch asTable {
        case nil: try output.write(document.text + [UInt8(ascii: "\n")])
        case false?:
          writer.beginObject()
          writer.member("id", "\(number)")
          writer.key("text")
          writer.string(document.text)
          writer.endObject()
          writer.newline()
          try output.write(writer.bytes)
        case true?:
          let quoted = document.text.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] }
          try output.write(Array("\(number),\"".utf8) + quoted + Array("\"\n".utf8))
        }
      }
    }
  }
}
