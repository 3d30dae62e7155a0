/// Texts made to be slow.
struct BadInput: Sendable {
  var name: String
  /// The bytes of a text of about this size.
  var make: @Sendable (Int) -> [UInt8]

  /// The texts that the bar names, and others that nothing stops where a reader looks ahead.
  static let all: [BadInput] = [
    repeated("digits", "7"),
    repeated("`.,`", ".,"),
    repeated("`%`", "%"),
    BadInput(name: "nested brackets") { bytes in
      text("(", bytes / 2) + text(")", bytes / 2)
    },
    repeated("`tăng `", "tăng "),
    BadInput(name: "`a1b2…`", make: lettersAndDigits),
    repeated("`1/1/1/…`", "1/"),
    repeated("`1-1-1-…`", "1-"),
    repeated("dots", "."),
    repeated("dots and spaces", ". "),
    repeated("quotes", "\""),
    repeated("`5% `", "5% "),
    repeated("`5,`", "5,"),
    repeated("`1 000 `", "1 000 "),
    repeated("`một `", "một "),
    repeated("`ngày `", "ngày "),
    repeated("`từ 5 đến `", "từ 5 đến "),
    repeated("`năm 5 `", "năm 5 "),
    repeated("`tăng 5 `", "tăng 5 "),
    repeated("`hai `", "hai "),
    repeated("`5 tỷ `", "5 tỷ "),
    repeated("numbers of many things", "có 5 người, 6 hộ và 7 xã; tăng 8 tỷ "),
    repeated("`Hà Nội `", "Hà Nội "),
    repeated("line breaks", "\n"),
    repeated("`5\\n`", "5\n"),
    repeated("soft hyphens", "\u{AD}"),
    repeated("digits and soft hyphens", "1\u{AD}"),
    repeated("combining marks", "\u{301}"),
    repeated("`so với năm `", "so với năm "),
    repeated("`triệu `", "triệu "),
    repeated("`http://a.b/1 `", "http://a.b/1 "),
  ]

  static func repeated(_ name: String, _ piece: String) -> BadInput {
    BadInput(name: name) { text(piece, $0) }
  }

  private static func text(_ piece: String, _ bytes: Int) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes + piece.utf8.count)
    while text.count < bytes { text += piece.utf8 }
    return text
  }

  private static func lettersAndDigits(_ bytes: Int) -> [UInt8] {
    (0..<bytes).map { index in
      let step = UInt8(truncatingIfNeeded: index / 2)
      return index % 2 == 0 ? UInt8(ascii: "a") + step % 26 : UInt8(ascii: "1") + step % 9
    }
  }
}
