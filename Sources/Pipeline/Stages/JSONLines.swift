import Ingest
import Model
import Tables

/// A file of one JSON object a line, read line by line; blank lines are passed over.
final class JSONLines {
  /// The most bytes that a line may have.
  private static let maximumLineBytes = 256 << 20

  let path: String
  /// Called with each line that cannot be read: where, what is wrong, and what to do.
  private let refuse: (String) -> Void
  private let lines: LineReader
  /// The number of the line that was given last.
  var number: Int { lines.number }

  /// Opens a file; nil and `-` are the standard input. Throws ``PipelineError``.
  init(path: String?, refuse: @escaping (String) -> Void) throws(PipelineError) {
    self.path = path ?? "-"
    self.refuse = refuse
    do throws(InputError) {
      let file =
        self.path == "-"
        ? try InputFile(descriptor: 0, path: "-") : try InputFile(path: self.path)
      lines = LineReader(ByteStream(file), limit: Self.maximumLineBytes)
    } catch {
      throw PipelineError("\(error)")
    }
  }

  /// The next object as `decode` makes it; nil at the end. Throws ``PipelineError``.
  func next<Value>(
    _ decode: (JSONValue) throws(JSONFieldError) -> Value
  ) throws(PipelineError) -> Value? {
    while true {
      let line: LineReader.Line?
      do throws(StreamError) { line = try lines.next() } catch { throw PipelineError(error.reason) }
      switch line {
      case nil: return nil
      case .tooLong: refuse("\(place): more than \(Self.maximumLineBytes) bytes; split the line")
      case .text(let bytes):
        guard bytes.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { continue }
        if let value = value(bytes, decode) { return value }
      }
    }
  }

  private func value<Value>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ decode: (JSONValue) throws(JSONFieldError) -> Value
  ) -> Value? {
    do {
      return try decode(try JSONReader.read(bytes))
    } catch let error as JSONError {
      refuse("\(place):\(error.offset + 1): \(error.message); correct the JSON there")
    } catch {
      refuse("\(place): \(error)")
    }
    return nil
  }

  var place: String { "\(path):\(number)" }
}

/// The lines of a file that follow each other and are of the same document, taken together.
final class DocumentLines<Value> {
  struct Group {
    var document: String
    var values: [Value] = []
    /// Where it begins.
    var place: String
  }

  private let lines: JSONLines
  private let decode: (JSONValue) throws(JSONFieldError) -> Value
  private var ahead: (document: String, value: Value, place: String)?
  private var hasBegun = false

  init(_ lines: JSONLines, _ decode: @escaping (JSONValue) throws(JSONFieldError) -> Value) {
    self.lines = lines
    self.decode = decode
  }

  /// The document of the next group; nil at the end. Throws ``PipelineError``.
  func nextDocument() throws(PipelineError) -> String? {
    if !hasBegun { try advance() }
    return ahead?.document
  }

  /// The next group; nil at the end. Throws ``PipelineError``.
  func next() throws(PipelineError) -> Group? {
    guard let document = try nextDocument(), let first = ahead else { return nil }
    var group = Group(document: document, place: first.place)
    while let line = ahead, line.document == document {
      group.values.append(line.value)
      try advance()
    }
    return group
  }

  private func advance() throws(PipelineError) {
    hasBegun = true
    let line = try lines.next { [decode] (json) throws(JSONFieldError) -> (String, Value) in
      guard let document = json["document"]?.string else {
        throw JSONFieldError(field: "document", message: "must be the document's id, a string")
      }
      return (document, try decode(json))
    }
    ahead = line.map { ($0.0, $0.1, lines.place) }
  }
}
