/// How many columns a text takes on a terminal.
enum DisplayWidth {
  static func of(_ text: String) -> Int {
    // Most cells are plain ASCII.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + width($1) }
  }

  /// Cuts a text to so many columns, with a sign that something is left out.
  static func cut(_ text: String, to columns: Int) -> String {
    guard of(text) > columns else { return text }
    var kept = ""
    var used = 1
    for character in text {
      used += width(character)
      if used > columns { break }
      kept.append(character)
    }
    return columns > 0 ? kept + "…" : ""
  }

  /// Of what people see as one sign: a letter with its marks, an emoji of several parts, a flag.
  private static func width(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    let sum = scalars.reduce(0) { $0 + width($1) }
    // A selector asks for the picture of what is else a narrow sign: ❤ with it is ❤️.
    if scalars.count > 1, scalars.contains("\u{FE0F}"), scalars.first?.properties.isEmoji == true {
      return 2
    }
    return min(sum, 2)
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value < 0x20 || scalar.value == 0xAD ? 0 : 1 }
    switch scalar.properties.generalCategory {
    // Marks of decomposed Vietnamese stand over the letter before them.
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return isJoined(scalar.value) ? 0 : isWide(scalar) ? 2 : 1
    }
  }

  /// Vowels and finals of decomposed Hangul stand in the block that their first letter begins.
  private static func isJoined(_ value: UInt32) -> Bool {
    (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)
  }

  /// What Unicode's East Asian Width calls wide or full-width; the emoji of it are asked for apart.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0xA4CF,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FF1, 0x17000...0x18D08, 0x1AFF0...0x1B2FB,
    0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x1100
      && (scalar.properties.isEmojiPresentation || wide.contains { $0.contains(scalar.value) })
  }
}
