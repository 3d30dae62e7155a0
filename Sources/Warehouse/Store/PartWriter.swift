import Model

/// Writes what in the texts of versions is none of their prose.
final class PartWriter {
  private let insert: Statement
  private let remove: Statement
  private var row = Parameters()

  init(connection: Connection) throws {
    insert = try connection.prepare(
      insertion(into: "document_part", ["version_key", "char_start", "char_end", "role"]))
    remove = try connection.prepare("DELETE FROM document_part WHERE version_key = ?")
  }

  /// Keeps the parts of a new version's text.
  func insert(_ parts: [DocumentPart], version: Int) throws {
    for part in parts where part.span.charStart < part.span.charEnd {
      row.clear()
      row.add(version)
      row.add(part.span.charStart)
      row.add(part.span.charEnd)
      row.add(part.role.rawValue)
      try insert.execute(row)
    }
  }

  /// Keeps these parts in place of those that were known before.
  func update(_ parts: [DocumentPart], version: Int) throws {
    row.clear()
    row.add(version)
    try remove.execute(row)
    try insert(parts, version: version)
  }
}

extension Warehouse {
  /// The parts of the text that a version has, its own or that of another one.
  func parts(of text: [UInt8], version: Int) throws -> [DocumentPart] {
    let select = try connection.prepare(
      """
      SELECT p.role, p.char_start, p.char_end FROM document_part AS p
      WHERE p.version_key = ifnull(
        (SELECT a.text_key FROM document_appearance AS a WHERE a.version_key = ?1), ?1)
      ORDER BY p.char_start
      """)
    var parameters = Parameters()
    parameters.add(version)
    var parts: [DocumentPart] = []
    var (bytes, characters) = (0, 0)
    func byte(ofCharacter wanted: Int) -> Int {
      while bytes < text.count, characters < wanted || text[bytes] & 0xC0 == 0x80 {
        bytes += 1
        if bytes == text.count || text[bytes] & 0xC0 != 0x80 { characters += 1 }
      }
      return bytes
    }
    try select.forEachRow(parameters) { row in
      guard let role = DocumentPart.Role(rawValue: row.text(0)) else { return }
      let (start, end) = (row.integer(1), row.integer(2))
      let byteStart = byte(ofCharacter: start)
      parts.append(
        DocumentPart(
          role: role,
          span: Span(
            charStart: start, charEnd: end, byteStart: byteStart, byteEnd: byte(ofCharacter: end))))
    }
    return parts
  }
}
