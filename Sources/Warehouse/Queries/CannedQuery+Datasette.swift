extension CannedQuery {
  /// The query for Datasette, which gives every parameter as a text, and an empty one for what was
  /// not filled in: each parameter then has its default, and its type.
  public var datasetteSQL: String {
    let bytes = Array(sql.utf8)
    var written: [UInt8] = []
    var next = 0
    for piece in SQLScanner.pieces(of: sql) where piece.kind == .parameter {
      guard let parameter = parameters.first(where: { $0.name == piece.text }) else { continue }
      written += bytes[next..<piece.bytes.lowerBound] + Array(Self.filled(parameter).utf8)
      next = piece.bytes.upperBound
    }
    written += bytes[next...]
    let lines = String(decoding: written, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    // What the comments say stands in the query's description, and a statement is one there.
    let body = lines.drop { $0.hasPrefix("--") }.joined(separator: "\n")
    let end = body.lastIndex { !$0.isWhitespace && $0 != ";" }
    return end.map { String(body[...$0]) } ?? ""
  }

  private static func filled(_ parameter: Parameter) -> String {
    let given = ":\(parameter.name)"
    let filled =
      switch parameter.standard {
      case _ where parameter.isRequired: given
      case .null: "nullif(\(given), '')"
      case .text(let text): "coalesce(nullif(\(given), ''), '\(doubled(text))')"
      default: "coalesce(nullif(\(given), ''), \(parameter.standard))"
      }
    return parameter.kind == .integer ? "CAST(\(filled) AS INTEGER)" : filled
  }

  private static func doubled(_ text: String) -> String {
    text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
  }
}
