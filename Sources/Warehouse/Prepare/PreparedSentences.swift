import Model

/// The sentences of a text that hold figures, as the full-text index takes them.
struct PreparedSentences: Sendable {
  let sentences: [Sentence]
  /// What is indexed of each: its text, and its subjects; nil where it is made when asked for.
  private let folded: PreparedRows?
  private let text: [UInt8]

  /// - Parameter isFolded: Whether what is indexed is made now, and not one by one later.
  init(_ sentences: [Sentence], of text: [UInt8], isFolded: Bool = true) {
    self.sentences = sentences
    self.text = text
    guard isFolded else {
      folded = nil
      return
    }
    var rows = PreparedRows()
    for sentence in sentences { rows.addRow { Self.fill(&$0, sentence, of: text) } }
    folded = rows
  }

  /// Inserts what is indexed of a sentence: its text, and its subjects.
  ///
  /// - Parameter row: what comes before them.
  func insertIndexed(
    _ place: Int, behind row: inout Parameters, by statement: Statement
  ) throws(SQLiteError) {
    if let folded { return try statement.execute(row, row: place, of: folded) }
    Self.fill(&row, sentences[place], of: text)
    try statement.execute(row)
  }

  private static func fill(_ row: inout Parameters, _ sentence: Sentence, of text: [UInt8]) {
    row.addText { LetterFold.fold(text[sentence.bytes], into: &$0) }
    if let subjects = sentence.subjects {
      row.addText { LetterFold.fold(Array(subjects.utf8)[...], into: &$0) }
    } else {
      row.add(nil as String?)
    }
  }
}
