/// Writes the letters of Vietnamese without their marks, as the full-text index takes them.
///
/// The tokenizer would do so too, for all but đ, letter by letter and for the one thread that writes;
/// here any number of threads do, and what it is given is ASCII, which it passes quickly.
enum LetterFold {
  private static let letters: [(plain: Character, marked: String)] = [
    ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("d", "đð"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"),
    ("o", "òóỏõọôồốổỗộơờớởỡợ"), ("u", "ùúủũụưừứửữự"), ("y", "ỳýỷỹỵ"),
  ]

  /// The first bytes of letters of two bytes: U+00C0 to U+01BF.
  private static let firstOfTwo: UInt8 = 0xC3
  private static let lastOfTwo: UInt8 = 0xC6
  /// The second bytes of letters of three bytes, behind E1: U+1E80 to U+1EFF.
  private static let firstOfThree: UInt8 = 0xBA
  private static let lastOfThree: UInt8 = 0xBB

  /// The plain letters by the last six bits of each byte but the first; 0 where there is none. Those of
  /// two bytes come first.
  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 6 * 64)
    for (plain, marked) in letters {
      for letter in marked {
        add(letter, plain, to: &table)
        add(Character(letter.uppercased()), Character(plain.uppercased()), to: &table)
      }
    }
    return table
  }()

  private static func add(_ letter: Character, _ plain: Character, to table: inout [UInt8]) {
    let bytes = Array(letter.utf8)
    let place = bytes.count == 2 ? place(bytes[0], bytes[1]) : placeOfThree(bytes[1], bytes[2])
    table[place] = plain.asciiValue ?? 0
  }

  @inline(__always)
  private static func place(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first - firstOfTwo) << 6 | Int(second & 0x3F)
  }

  @inline(__always)
  private static func placeOfThree(_ second: UInt8, _ third: UInt8) -> Int {
    Int(second - firstOfThree + 4) << 6 | Int(third & 0x3F)
  }

  /// Adds the text to the bytes.
  static func fold(_ text: ArraySlice<UInt8>, into bytes: inout [UInt8]) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    let count = text.withUnsafeBufferPointer { text in
      bytes.withUnsafeMutableBufferPointer { bytes in
        table.withUnsafeBufferPointer { fold(text, to: &bytes, at: start, $0) }
      }
    }
    bytes.removeLast(text.count - count)
  }

  /// Gives how many bytes were written.
  private static func fold(
    _ text: UnsafeBufferPointer<UInt8>, to bytes: inout UnsafeMutableBufferPointer<UInt8>,
    at start: Int, _ table: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var next = start
    var index = 0
    while index < text.count {
      let byte = text[index]
      var (letter, length) = (byte, 1)
      if byte >= 0x80 {
        if byte >= firstOfTwo, byte <= lastOfTwo, index + 1 < text.count {
          let plain = table[place(byte, text[index + 1])]
          if plain != 0 { (letter, length) = (plain, 2) }
        } else if byte == 0xE1, index + 2 < text.count, text[index + 1] >= firstOfThree,
          text[index + 1] <= lastOfThree
        {
          let plain = table[placeOfThree(text[index + 1], text[index + 2])]
          if plain != 0 { (letter, length) = (plain, 3) }
        }
      }
      bytes[next] = letter
      next += 1
      index += length
    }
    return next - start
  }
}
