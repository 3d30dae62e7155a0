import Glibc
import Model

/// A figure as far as the full-text index needs to know it.
struct Mention {
  /// Its key.
  var figure: Int
  var bytes: Range<Int>
  var subject: String?
}

/// Keeps the sentences that hold figures, and the full-text index over them.
///
/// Only the sentences of current versions are indexed: they are taken out when a text is
/// superseded or withdrawn, and written anew when a reading finds figures in others.
final class SentenceWriter {
  private let insert: Statement
  private let index: Statement
  private let select: Statement
  private let unindex: Statement
  private let delete: Statement
  private var row = Parameters()

  init(connection: Connection) throws {
    insert = try connection.prepare(
      insertion(into: "sentence", ["sentence_key", "char_start", "char_end", "subjects"]))
    index = try connection.prepare(
      insertion(into: "sentence_search", ["rowid", "sentence", "subjects"]))
    select = try connection.prepare(
      """
      SELECT s.sentence_key, s.char_start, s.char_end, s.subjects
      FROM figure AS f JOIN sentence AS s ON s.sentence_key = f.figure_key
      WHERE f.version_key = ? ORDER BY s.char_start
      """)
    // The index must be told what it was given.
    unindex = try connection.prepare(
      """
      INSERT INTO sentence_search (sentence_search, rowid, sentence, subjects)
      SELECT 'delete', c.sentence_key, c.sentence, c.subjects
      FROM figure AS f JOIN sentence_content AS c ON c.sentence_key = f.figure_key
      WHERE f.version_key = ?
      """)
    delete = try connection.prepare(
      """
      DELETE FROM sentence WHERE sentence_key IN (
        SELECT figure_key FROM figure WHERE version_key = ?)
      """)
  }

  func insert(_ mentions: [Mention], of text: [UInt8]) throws {
    for sentence in Self.sentences(mentions, of: text) { try insert(sentence, text) }
  }

  /// Replaces the sentences of a version, unless they are these already.
  func update(_ mentions: [Mention], of text: [UInt8], version: Int) throws {
    let sentences = Self.sentences(mentions, of: text)
    row.clear()
    row.add(version)
    var stored: [[SQLValue]] = []
    try select.forEachRow(row) { stored.append($0.values()) }
    guard stored != sentences.map(\.values) else { return }
    try remove(version: version)
    for sentence in sentences { try insert(sentence, text) }
  }

  /// Takes out the sentences of a version.
  func remove(version: Int) throws {
    row.clear()
    row.add(version)
    try unindex.execute(row)
    try delete.execute(row)
  }

  private func insert(_ sentence: Sentence, _ text: [UInt8]) throws {
    row.clear()
    row.add(sentence.figure)
    row.add(sentence.charStart)
    row.add(sentence.charEnd)
    row.add(sentence.subjects)
    try insert.execute(row)
    row.clear()
    row.add(sentence.figure)
    row.addText { Self.fold(text[sentence.bytes], into: &$0) }
    if let subjects = sentence.subjects {
      row.addText { Self.fold(Array(subjects.utf8)[...], into: &$0) }
    } else {
      row.add(nil as String?)
    }
    try index.execute(row)
  }
}

extension SentenceWriter {
  private struct Sentence {
    /// The key of the first figure in it.
    var figure: Int
    var bytes: Range<Int>
    var charStart = 0
    var charEnd = 0
    /// What its figures are about where the sentence itself does not say so.
    var subjects: String?

    var values: [SQLValue] {
      [
        .integer(figure), .integer(charStart), .integer(charEnd),
        subjects.map { .text($0) } ?? .null,
      ]
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
