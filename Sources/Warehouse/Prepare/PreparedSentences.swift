import Glibc
import Model

/// A figure as far as the full-text index needs to know it.
struct Mention {
  /// Its place among the reading's figures.
  var figure: Int
  var bytes: Range<Int>
  var subject: String?
}

/// The sentences of a text that hold figures, as the full-text index takes them.
struct PreparedSentences: Sendable {
  struct Sentence: Sendable {
    /// The first figure in it, by its place among the reading's figures.
    var figure: Int
    fileprivate var bytes: Range<Int>
    var charStart = 0
    var charEnd = 0
    /// What its figures are about where the sentence itself does not say so.
    var subjects: String?

    /// The columns of its row.
    func values(_ keys: [Int]) -> [SQLValue] {
      [
        .integer(keys[figure]), .integer(charStart), .integer(charEnd),
        subjects.map { .text($0) } ?? .null,
      ]
    }
  }

  let sentences: [Sentence]
  /// What is indexed of each: its text, and its subjects.
  private(set) var folded = PreparedRows()

  init(_ mentions: [Mention], of text: [UInt8]) {
    sentences = Self.sentences(mentions, of: text)
    for sentence in sentences {
      folded.addRow { row in
        row.addText { Self.fold(text[sentence.bytes], into: &$0) }
        if let subjects = sentence.subjects {
          row.addText { Self.fold(Array(subjects.utf8)[...], into: &$0) }
        } else {
          row.add(nil as String?)
        }
      }
    }
  }

  private static func sentences(_ mentions: [Mention], of text: [UInt8]) -> [Sentence] {
    var sentences: [Sentence] = []
    var subjects: [[String]] = []
    for mention in mentions.sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
      let end = sentences.last?.bytes.upperBound ?? 0
      if sentences.isEmpty || mention.bytes.lowerBound >= end {
        let bounds = SentenceBounds.around(mention.bytes, in: text)
        sentences.append(
          Sentence(
            figure: mention.figure, bytes: max(bounds.lowerBound, end)..<bounds.upperBound))
        subjects.append([])
      } else if mention.bytes.upperBound > end {
        let bounds = SentenceBounds.around(mention.bytes, in: text)
        let start = sentences[sentences.count - 1].bytes.lowerBound
        sentences[sentences.count - 1].bytes = start..<bounds.upperBound
      }
      if let subject = mention.subject { subjects[subjects.count - 1].append(subject) }
    }
    for index in sentences.indices {
      sentences[index].subjects = outside(subjects[index], text[sentences[index].bytes])
    }
    text.withUnsafeBufferPointer { buffer in
      var position = TextPosition(buffer)
      for index in sentences.indices {
        sentences[index].charStart = position.charOffset(atByte: sentences[index].bytes.lowerBound)
        sentences[index].charEnd = position.charOffset(atByte: sentences[index].bytes.upperBound)
      }
    }
    return sentences
  }

  /// The subjects that the sentence does not hold, each once.
  private static func outside(_ subjects: [String], _ sentence: ArraySlice<UInt8>) -> String? {
    var found: [String] = []
    for subject in subjects where !found.contains(subject) && !holds(sentence, subject) {
      found.append(subject)
    }
    return found.isEmpty ? nil : found.joined(separator: "; ")
  }

  private static func holds(_ sentence: ArraySlice<UInt8>, _ subject: String) -> Bool {
    var subject = subject
    return sentence.withUnsafeBytes { sentence in
      subject.withUTF8 { holds(sentence, UnsafeRawBufferPointer($0)) }
    }
  }

  private static func holds(
    _ sentence: UnsafeRawBufferPointer, _ subject: UnsafeRawBufferPointer
  ) -> Bool {
    guard let first = subject.first, let wanted = subject.baseAddress else { return true }
    var rest = sentence[...]
    while rest.count >= subject.count, let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      guard rest.count >= subject.count else { return false }
      if memcmp(sentence.baseAddress! + start, wanted, subject.count) == 0 { return true }
      rest = rest.dropFirst()
    }
    return false
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
