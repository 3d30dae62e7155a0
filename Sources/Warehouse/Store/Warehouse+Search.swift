extension Warehouse {
  /// Fills the full-text index of a file that was made before there was one.
  func fillSearch() throws {
    let pending = "search_pending"
    let meta = try Meta(connection: connection)
    guard try meta.value(of: pending) != nil else { return }
    try withTransaction {
      let sentences = try writer.get().sentences
      let texts = try connection.prepare(
        """
        SELECT v.version_key, t.text FROM document_version AS v
        JOIN document_text AS t ON t.version_key = v.version_key
        WHERE v.superseded_run_id IS NULL ORDER BY v.version_key
        """)
      let figures = try connection.prepare(
        """
        SELECT figure_key, byte_start, byte_end, subject FROM figure
        WHERE version_key = ? AND superseded_run_id IS NULL
        """)
      try texts.forEachRow { row in
        let version = row.integer(0)
        var parameters = Parameters()
        parameters.add(version)
        var (keys, mentions): ([Int], [Mention]) = ([], [])
        try figures.forEachRow(parameters) { figure in
          keys.append(figure.integer(0))
          mentions.append(
            Mention(
              figure: keys.count - 1, bytes: figure.integer(1)..<figure.integer(2),
              subject: figure.isNull(3) ? nil : figure.text(3)))
        }
        let text = Array(row.text(1).utf8)
        var finder = SentenceFinder(text)
        finder.add(mentions)
        try sentences.insert(PreparedSentences(finder.finish(), of: text), keys: keys)
      }
      try connection.execute("DELETE FROM meta WHERE name = '\(pending)'")
    }
  }
}
