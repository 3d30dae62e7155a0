import Glibc
import Model

/// A sentence that holds figures.
struct Sentence: Sendable {
  /// The first figure in it, by its place among the reading's figures.
  var figure: Int
  fileprivate(set) var bytes: Range<Int>
  fileprivate(set) var charStart = 0
  fileprivate(set) var charEnd = 0
  /// What its figures are about where the sentence itself does not say so.
  fileprivate(set) var subjects: String?

  /// The columns of its row.
  func values(_ keys: [Int]) -> [SQLValue] {
    [
      .integer(keys[figure]), .integer(charStart), .integer(charEnd),
      subjects.map { .text($0) } ?? .null,
    ]
  }
}

/// A figure as far as the full-text index needs to know it.
struct Mention {
  /// Its place among the reading's figures.
  var figure: Int
  var bytes: Range<Int>
  var subject: String?
}

/// Finds the sentences of a text that hold figures.
struct SentenceFinder {
  private let text: [UInt8]
  private var sentences: [Sentence] = []
  /// What the figures of the last sentence are about.
  private var subjects: [String] = []

  init(_ text: [UInt8]) { self.text = text }

  /// Takes the next figures of the text.
  ///
  /// - Parameter first: how many figures come before them in the reading.
  mutating func add(_ figures: [Figure], from first: Int = 0) {
    add(
      figures.enumerated().map { index, figure in
        Mention(
          figure: first + index, bytes: figure.span.byteStart..<figure.span.byteEnd,
          subject: figure.subject)
      })
  }

  /// The same; none of them begins before those of an earlier call.
  mutating func add(_ mentions: [Mention]) {
    for mention in mentions.sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
      let end = sentences.last?.bytes.upperBound ?? 0
      if sentences.isEmpty || mention.bytes.lowerBound >= end {
        close()
        let bounds = SentenceBounds.around(mention.bytes, in: text)
        sentences.append(
          Sentence(
            figure: mention.figure, bytes: max(bounds.lowerBound, end)..<bounds.upperBound))
      } else if mention.bytes.upperBound > end {
        let bounds = SentenceBounds.around(mention.bytes, in: text)
        let start = sentences[sentences.count - 1].bytes.lowerBound
        sentences[sentences.count - 1].bytes = start..<bounds.upperBound
      }
      if let subject = mention.subject { subjects.append(subject) }
    }
  }

  /// The sentences, in the order of the text.
  mutating func finish() -> [Sentence] {
    close()
    text.withUnsafeBufferPointer { buffer in
      var position = TextPosition(buffer)
      for index in sentences.indices {
        sentences[index].charStart = position.charOffset(atByte: sentences[index].bytes.lowerBound)
        sentences[index].charEnd = position.charOffset(atByte: sentences[index].bytes.upperBound)
      }
    }
    return sentences
  }

  /// Nothing more is said in the last sentence.
  private mutating func close() {
    guard !sentences.isEmpty else { return }
    let index = sentences.count - 1
    sentences[index].subjects = Self.outside(subjects, text[sentences[index].bytes])
    subjects.removeAll(keepingCapacity: true)
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
}
