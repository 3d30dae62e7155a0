@_spi(_Unicode) import Swift
import Tables

/// What can be a Vietnamese syllable: an onset or none, a rime, and a tone, as the tables say.
struct SyllableTable: Sendable {
  /// Letters in normalization form D without their tones.
  typealias Letters = [Unicode.Scalar]

  private let onsets: Set<Letters>
  private let rimes: Set<Letters>

  init(_ table: Table) throws(TableError) {
    var onsets: Set<Letters> = []
    var rimes: Set<Letters> = []
    for row in table.rows {
      let letters = Array(row["letters"]._nfd)
      switch row["part"] {
      case "onset": onsets.insert(letters)
      case "rime": rimes.insert(letters)
      default: throw row.error("part", "'\(row["part"])' is none of: onset, rime")
      }
    }
    self.onsets = onsets
    self.rimes = rimes
  }

  /// What a word shows of being a syllable.
  struct Finding: Hashable {
    /// It can be a Vietnamese syllable.
    var isSyllable: Bool
    /// It has a letter beyond ASCII.
    var isMarked: Bool
  }

  /// Looks at a word of letters, in either case and any normalization form.
  func look(at word: some StringProtocol) -> Finding {
    var letters: Letters = []
    var tones: Letters = []
    var isMarked = false
    for scalar in String(word).lowercased()._nfd {
      if scalar.value > 0x7F { isMarked = true }
      if Self.tones.contains(scalar) { tones.append(scalar) } else { letters.append(scalar) }
    }
    let isSyllable = tones.count <= 1 && isSyllable(letters, tone: tones.first)
    return Finding(isSyllable: isSyllable, isMarked: isMarked)
  }

  private func isSyllable(_ letters: Letters, tone: Unicode.Scalar?) -> Bool {
    // The longest onset is four scalars: đ is one, ngh three.
    for count in 0...min(3, letters.count) {
      let onset = Array(letters[..<count])
      guard count == 0 || onsets.contains(onset) else { continue }
      let rest = Array(letters[count...])
      // The i of gi serves onset and rime: gì, giếng.
      let isRime =
        rimes.contains(rest)
        || (onset == ["g", "i"] && (rest.isEmpty || rimes.contains(["i"] + rest)))
      if isRime, fits(tone, rest) { return true }
    }
    return false
  }

  /// A syllable that ends in a stop has the tone sắc or nặng; without any it is one whose accents
  /// were left out, which only its other letters can tell.
  private func fits(_ tone: Unicode.Scalar?, _ rime: Letters) -> Bool {
    guard let last = rime.last, ["p", "t", "c"].contains(last) || rime.suffix(2) == ["c", "h"]
    else { return true }
    guard let tone else { return rime.allSatisfy { $0.value < 0x80 } }
    return tone == "\u{301}" || tone == "\u{323}"
  }

  private static let tones: Set<Unicode.Scalar> = [
    "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}",
  ]
}

/// Cuts text into words of letters.
enum LetterWords {
  /// The words of valid UTF-8.
  static func split(_ text: some Sequence<UInt8>) -> [Substring.UnicodeScalarView] {
    let scalars = String(decoding: Array(text), as: UTF8.self).unicodeScalars
    return Substring(String(scalars)).unicodeScalars.split { !isLetter($0) }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.properties.isAlphabetic }
    return scalar.properties.isAlphabetic || (0x300...0x36F).contains(scalar.value)
      || scalar.value == 0xFFFD
  }
}
