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

  /// Adds what is indexed of a sentence: its text, and its subjects.
  func addIndexed(_ place: Int, to row: inout Parameters) {
    if let folded {
      row.add(row: place, of: folded)
    } else {
      Self.fill(&row, sentences[place], of: text)
    }
  }

  private static func fill(_ row: inout Parameters, _ sentence: Sentence, of text: [UInt8]) {
    row.addText { fold(text[sentence.bytes], into: &$0) }
    if let subjects = sentence.subjects {
      row.addText { fold(Array(subjects.utf8)[...], into: &$0) }
    } else {
      row.add(nil as String?)
    }
  }

  /// Writes d for đ, as the view sentence_content does; the tokenizer folds the rest.
  private static func fold(_ text: ArraySlice<UInt8>, into bytes: inout [UInt8]) {
    text.withUnsafeBufferPointer { text in
      // What stands between two of these letters is taken in one go.
      var start = 0
      var index = 0
      while index + 1 < text.count {
        let letter: UInt8
        switch (text[index], text[index + 1]) {
        case (0xC4, 0x91), (0xC3, 0xB0): letter = UInt8(ascii: "d")
        case (0xC4, 0x90), (0xC3, 0x90): letter = UInt8(ascii: "D")
        default:
          index += 1
          continue
        }
        bytes.append(contentsOf: text[start..<index])
        bytes.append(letter)
        index += 2
        start = index
      }
      bytes.append(contentsOf: text[start...])
    }
  }
}
