import Glibc
import Lexing

/// A row of numbers that nothing is said of.
struct NumberRow {
  /// Its tokens; empty where none was found.
  var tokens = 0..<0
  /// The first token that was not looked at.
  var searched = 0
  /// Whether it says again what stands before it, and nothing else.
  var repeats = false
}

/// More numbers in a row than anything that is written to be read. Each such row is one numeral, so
/// that a text of nothing else costs no more than any other.
extension NumeralReader {
  /// Numbers with nothing but marks between.
  func run(at index: Int) -> Item? {
    guard scan.isGlued(index + 1), scan.tokens[index + 1].kind == .mark else { return nil }
    var numbers = 1
    var end = index + 1
    while scan.isGlued(end), scan.tokens[end].kind == .mark || scan.tokens[end].kind == .number {
      if scan.tokens[end].kind == .number { numbers += 1 }
      end += 1
    }
    guard numbers > Self.longestRun else { return nil }
    while scan.tokens[end - 1].kind == .mark { end -= 1 }
    return rejected(
      index, "numbers:run",
      "more than \(Self.longestRun) numbers stand without a space between; set them apart",
      index..<end)
  }

  private static let longestRun = 64

  /// Still more numbers, set apart by spaces, marks, lines and the same few words over and over: a
  /// table without its heads. Nothing tells what any of them is.
  ///
  /// - Parameter landmark: The position of `index` among the landmarks.
  func row(at index: Int, landmark: Int) -> Item? {
    guard scan.hits.landmarks.count - landmark > Self.longestRow else { return nil }
    if index >= row.searched, isDense(from: index, landmark: landmark) {
      row = findRow(from: index, landmark: landmark)
    }
    if index >= row.searched || row.tokens.isEmpty, index >= searchedForRepeats {
      findRepeats(from: index, landmark: landmark)
    }
    guard row.tokens.contains(index) else { return nil }
    if row.repeats {
      return rejected(
        index, "numbers:repeats",
        "the same words and numbers come over and over; they are read the first time",
        index..<row.tokens.upperBound)
    }
    return rejected(
      index, "numbers:row",
      "more than \(Self.longestRow) numbers stand in a row with too few words; say what they are",
      index..<row.tokens.upperBound)
  }

  static let longestRow = 256

  /// Four more numbers among the next tokens.
  private func isDense(from index: Int, landmark: Int) -> Bool {
    let landmarks = scan.hits.landmarks
    var numbers = 0
    var position = landmark + 1
    while numbers < 4, position < landmarks.count,
      Int(landmarks[position].token) - index < Self.densePart
    {
      if landmarks[position].roles.contains(.number) { numbers += 1 }
      position += 1
    }
    return numbers == 4
  }

  private static let densePart = 24
  private static let mostWords = 4

  /// The row behind the last word that is new in it, so that what leads up to it is no part of it.
  private func findRow(from index: Int, landmark: Int) -> NumberRow {
    let landmarks = scan.hits.landmarks
    var words: [Int] = []
    words.reserveCapacity(Self.mostWords)
    var start = index
    var end = index
    var numbers = 0
    var next = landmark
    var position = index
    while position < scan.count {
      if scan.tokens[position].kind == .word, !words.contains(where: { isSame($0, position) }) {
        guard numbers <= Self.longestRow, words.count < Self.mostWords else { break }
        words.append(position)
        start = position
        numbers = 0
      }
      if next < landmarks.count, landmarks[next].token == position {
        if landmarks[next].roles.contains(.number) {
          numbers += 1
          end = position + 1
        }
        next += 1
      }
      position += 1
    }
    return NumberRow(tokens: numbers > Self.longestRow ? start..<end : 0..<0, searched: position)
  }

  /// What says the same as the words before it over and over, in more than `longestRow` numbers and
  /// hardly a word between: a text made to be slow. It is read once.
  private func findRepeats(from index: Int, landmark: Int) {
    let landmarks = scan.hits.landmarks
    // A piece that begins a little later is found as well.
    searchedForRepeats = index + Self.repeatsStep
    var tries = 0
    var next = landmark + 1
    while next < landmarks.count, tries < Self.mostTries {
      let position = Int(landmarks[next].token)
      guard position <= index + Self.longestPiece else { return }
      next += 1
      guard isAgain(position, position - index) else { continue }
      tries += 1
      var end = position + 1
      while end < scan.count, isAgain(end, position - index) { end += 1 }
      searchedForRepeats = max(searchedForRepeats, end - (position - index))
      let numbers = scan.tokens[position..<end].count { $0.kind == .number }
      if numbers > Self.longestRow {
        if numbers * Self.sparsest >= end - position {
          row = NumberRow(tokens: position..<end, searched: end, repeats: true)
        }
        // Twice the piece is as sparse.
        return
      }
    }
  }

  private static let longestPiece = 256
  private static let repeatsStep = 32
  /// A number in digits among so many tokens at least: whole sentences are read each time.
  private static let sparsest = 5
  private static let mostTries = 8

  /// The same token as the one so many before it.
  private func isAgain(_ index: Int, _ piece: Int) -> Bool {
    let (one, other) = (scan.tokens[index], scan.tokens[index - piece])
    return one.id == other.id && one.kind == other.kind && one.length == other.length
      && isSame(index, index - piece)
  }

  /// The same word; those that no table has are told by their bytes.
  private func isSame(_ word: Int, _ other: Int) -> Bool {
    scan.id(word) == scan.id(other)
      && (scan.id(word) >= Mark.firstWord || haveSameBytes(word, other))
  }

  private func haveSameBytes(_ one: Int, _ other: Int) -> Bool {
    let (one, other) = (scan.bytes(one), scan.bytes(other))
    return one.count == other.count && memcmp(one.baseAddress!, other.baseAddress!, one.count) == 0
  }
}
