import Lexing

/// A time of the text, resolved to an EDTF period where it is one.
struct Period {
  /// Position of the item that it was read from.
  var item: Int
  /// From its cue word to its end, in tokens.
  var range: Range<Int>
  var text: String
  /// The year that it ends in.
  var lastYear: Int?
  /// The words that gave it, where no item did.
  var cue: Hit?
  /// Said by the way, to compare with: `cùng kỳ năm trước là 4 tỷ đồng`.
  var isAside = false
  /// Of no time that has a name: `thời gian qua`, `sắp tới`.
  var isVague: Bool { text.isEmpty }

  /// What is so now: `hiện nay có 5 trạm`.
  static func now(_ token: Int) -> Period {
    Period(item: -1, range: token..<token, text: "")
  }
}
