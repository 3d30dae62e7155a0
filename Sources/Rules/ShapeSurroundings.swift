import Lexing
import Tables

/// What a shape needs to stand around its number, told by the tokens alone: most shapes need not be
/// tried on most numbers.
struct ShapeSurroundings: Sendable {
  /// The digits that the number may begin with, as bits; empty for any.
  let firstDigits: UInt16
  /// A plus stands right before it.
  let isBehindPlus: Bool
  /// What may follow, as bits of ``FollowingKind``; empty for anything.
  let following: UInt64

  init(_ row: TableRow) throws(TableError) {
    var digits: UInt16 = 0
    var isBehindPlus = false
    for part in row["first"].split(separator: ";") {
      if part == "+" {
        isBehindPlus = true
      } else if let digit = UInt16(part), digit <= 9 {
        digits |= 1 << digit
      } else {
        throw row.error("first", "'\(part)' is neither a digit nor +; join several by ;")
      }
    }
    var following: UInt64 = 0
    for part in row["next"].split(separator: ";") {
      guard let kind = FollowingKind(String(part)) else {
        throw row.error(
          "next", "'\(part)' is none of: capital, word, number, or one mark; join several by ;")
      }
      following |= 1 << kind.number
    }
    firstDigits = digits
    self.isBehindPlus = isBehindPlus
    self.following = following
  }

  var isEmpty: Bool { firstDigits == 0 && !isBehindPlus && following == 0 }
}

/// What stands behind a number: the kind of a word, a number, a mark, or nothing.
struct FollowingKind {
  /// Below 64.
  let number: UInt64

  private static let firstMark: UInt64 = 4

  /// - Parameter token: Nil at the end of the text.
  @inline(__always)
  init(_ token: Token?) {
    guard let token else {
      number = 0
      return
    }
    number =
      switch token.kind {
      case .lineBreak: 0
      case .word: token.isCapitalized ? 1 : 2
      case .number: 3
      case .mark: Self.firstMark + UInt64(min(token.id, 59))
      }
  }

  /// As tables name it; nil for what is no kind.
  init?(_ name: String) {
    switch name {
    case "capital": number = 1
    case "word": number = 2
    case "number": number = 3
    default:
      guard name.unicodeScalars.count == 1, let scalar = name.unicodeScalars.first else {
        return nil
      }
      let mark = Mark.id(of: scalar.value)
      guard mark != Mark.other else { return nil }
      number = Self.firstMark + UInt64(mark)
    }
  }
}
