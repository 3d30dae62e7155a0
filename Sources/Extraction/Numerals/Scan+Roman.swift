import Lexing

extension Scan {
  /// `XII`, `V`: capitals that are Roman digits.
  func isRoman(_ index: Int) -> Bool {
    guard isWord(index), tokens[index].isCapitalized, tokens[index].length <= 5 else {
      return false
    }
    return bytes(index).allSatisfy {
      $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") || $0 == UInt8(ascii: "X")
    }
  }
}
