import Model

extension FileReading {
  private var record: JSONRecord { JSONRecord(reading: self) }

  /// Reads one object a line. Blank lines are passed over.
  func readJSONLines<Failure: Error>(
    _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    let lines = LineReader(bytes, limit: limit)
    let record = self.record
    while true {
      let line: LineReader.Line?
      do throws(StreamError) {
        line = try lines.next()
      } catch {
        return try body(cut(error, record: lines.number + 1))
      }
      guard let line else { return }
      let place = FilePlace(path: path, line: lines.number, offset: lines.lineOffset)
      switch line {
      case .tooLong: try body(tooLarge(place, record: lines.number))
      case .text(let bytes):
        let text = lines.number == 1 ? Self.withoutMark(bytes) : bytes
        if Self.isBlank(text) { continue }
        let place = place.advanced(byMark: bytes.count - text.count)
        try record.read(
          text, at: place, fallbackID: "\(path)#\(lines.number)", record: lines.number, body)
      }
    }
  }

  /// Reads one object, an array of objects, or objects one after the other.
  func readJSON<Failure: Error>(
    _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    let chunks = ChunkReader(bytes)
    var framer = JSONFramer(path: path, limit: limit)
    while true {
      let chunk: UnsafeBufferPointer<UInt8>?
      do throws(StreamError) {
        chunk = try chunks.next()
      } catch {
        return try body(cut(error, record: max(framer.records, 1)))
      }
      guard let chunk else { break }
      var frames: [JSONFramer.Frame] = []
      framer.read(chunk) { frames.append($0) }
      for frame in frames { try read(frame, isArray: framer.isArray, body) }
    }
    var last: JSONFramer.Frame?
    framer.finish { last = $0 }
    if let last { try read(last, isArray: framer.isArray, body) }
    if framer.isArray, !framer.isArrayClosed {
      progress.cut()
      let reason = "\(framer.place): the array is not closed; the file may be cut off"
      try body(.refused(file, "json", reason))
    } else if !framer.isArray, framer.records == 0 {
      try body(.refused(file, "empty", "\(path): the file holds no JSON; fill it, or remove it"))
    }
  }

  private func read<Failure: Error>(
    _ frame: JSONFramer.Frame, isArray: Bool, _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    if frame.isTooLong { return try body(tooLarge(frame.place, record: frame.record)) }
    let isAlone = !isArray && frame.record == 1
    try frame.bytes.withUnsafeBufferPointer { (buffer) throws(Failure) in
      try record.read(
        buffer, at: frame.place, fallbackID: isAlone ? path : "\(path)#\(frame.record)",
        record: isAlone ? nil : frame.record, body)
    }
  }

  private static func withoutMark(_ line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>
  {
    guard line.starts(with: [0xEF, 0xBB, 0xBF]) else { return line }
    return UnsafeBufferPointer(rebasing: line[3...])
  }

  private static func isBlank(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}
