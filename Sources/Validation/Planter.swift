import Model
import Rules

/// One error, ready to be planted.
struct Plant {
  let kind: PlantedErrors.Kind
  /// The bytes of the document that it replaces.
  let range: Range<Int>
  let replacement: [UInt8]
  /// The figure's text before and after.
  let before: String
  let after: String

  var newRange: Range<Int> { range.lowerBound..<range.lowerBound + max(1, replacement.count) }
}

/// Makes wrong figures of right ones.
struct Planter: Sendable {
  private let scales: [Scale]
  /// Ways to write units after a number, by kind.
  private let units: [FigureKind: [UnitRule]]

  init(rules: RuleSet) {
    scales = rules.scales.filter { $0.form == .word && $0.power >= 3 && $0.power != 4 }
    // Signs and abbreviations of one letter stand in other places; words can be swapped.
    units = Dictionary(grouping: rules.units.filter { $0.isUnit && $0.power == 0 }, by: \.kind)
  }

  func plant(
    _ kind: PlantedErrors.Kind, in figure: Figure, of reading: DocumentReading,
    _ generator: inout SeededGenerator
  ) -> Plant? {
    let quote = Array(figure.quote.utf8)
    let edit: (Range<Int>, [UInt8])? =
      switch kind {
      case .digit: digit(quote, &generator)
      case .separator: separator(quote, &generator)
      case .scale: scale(quote, &generator)
      case .unit: unit(quote, figure, reading, &generator)
      }
    guard let (range, replacement) = edit else { return nil }
    var changed = quote
    changed.replaceSubrange(range, with: replacement)
    let start = figure.span.byteStart
    return Plant(
      kind: kind, range: start + range.lowerBound..<start + range.upperBound,
      replacement: replacement, before: figure.quote,
      after: String(decoding: changed, as: UTF8.self))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private func digit(
    _ quote: [UInt8], _ generator: inout SeededGenerator
  ) -> (Range<Int>, [UInt8])? {
    // Digits of units, such as m2, are no digits of the number.
    let digits = quote.indices.filter {
      Self.isDigit(quote[$0]) && ($0 == 0 || quote[$0 - 1] < 0x41)
    }
    guard let index = generator.pick(digits) else { return nil }
    let isFirst = index == 0 || !Self.isDigit(quote[index - 1])
    let old = Int(quote[index] - 0x30)
    let choices = (isFirst ? 1 : 0)...9
    guard let new = generator.pick(choices.filter { $0 != old }) else { return nil }
    return (index..<index + 1, [UInt8(0x30 + new)])
  }

  private func separator(
    _ quote: [UInt8], _ generator: inout SeededGenerator
  ) -> (Range<Int>, [UInt8])? {
    let signs = quote.indices.filter { index in
      (quote[index] == UInt8(ascii: ".") || quote[index] == UInt8(ascii: ",")) && index > 0
        && index + 1 < quote.count && Self.isDigit(quote[index - 1])
        && Self.isDigit(quote[index + 1])
    }
    guard let index = generator.pick(signs) else { return nil }
    let canMoveLeft = index > 1 && Self.isDigit(quote[index - 2])
    let canMoveRight = index + 2 < quote.count && Self.isDigit(quote[index + 2])
    guard canMoveLeft || canMoveRight else { return nil }
    if canMoveLeft, !canMoveRight || generator.below(2) == 0 {
      return (index - 1..<index + 1, [quote[index], quote[index - 1]])
    }
    return (index..<index + 2, [quote[index + 1], quote[index]])
  }

  private func scale(
    _ quote: [UInt8], _ generator: inout SeededGenerator
  ) -> (Range<Int>, [UInt8])? {
    let found = scales.compactMap { scale in
      Self.range(of: Array(scale.word.utf8), in: quote).map { ($0, scale) }
    }
    guard let (range, scale) = generator.pick(found),
      let other = generator.pick(scales.filter { $0.power != scale.power })
    else { return nil }
    return (range, Array(other.word.utf8))
  }

  private func unit(
    _ quote: [UInt8], _ figure: Figure, _ reading: DocumentReading,
    _ generator: inout SeededGenerator
  ) -> (Range<Int>, [UInt8])? {
    if figure.kind == .count { return noun(quote, figure, reading, &generator) }
    if figure.kind == .percent, quote.last == UInt8(ascii: "%") {
      return (quote.count - 1..<quote.count, Array(" điểm phần trăm".utf8))
    }
    let rows = units[figure.kind] ?? []
    let written = rows.filter { quote.hasSuffixWord(Array($0.surface.utf8)) }
      .max { $0.surface.utf8.count < $1.surface.utf8.count }
    guard let written,
      let other = generator.pick(rows.filter { $0.unit != written.unit && $0.role != .bothSides })
    else { return nil }
    let start = quote.count - written.surface.utf8.count
    return (start..<quote.count, Array(other.surface.utf8))
  }

  /// Swaps the noun for one that the same article counts elsewhere.
  private func noun(
    _ quote: [UInt8], _ figure: Figure, _ reading: DocumentReading,
    _ generator: inout SeededGenerator
  ) -> (Range<Int>, [UInt8])? {
    guard let unit = figure.unit, quote.hasSuffixWord(Array(unit.utf8)) else { return nil }
    var seen: Set<String> = [unit]
    let others = reading.figures.compactMap { other -> String? in
      guard other.kind == .count, let noun = other.unit, seen.insert(noun).inserted else {
        return nil
      }
      return noun
    }
    guard let other = generator.pick(others) else { return nil }
    return (quote.count - unit.utf8.count..<quote.count, Array(other.utf8))
  }

  /// Where a word stands among spaces.
  private static func range(of word: [UInt8], in text: [UInt8]) -> Range<Int>? {
    guard text.count >= word.count else { return nil }
    return (0...(text.count - word.count)).first { start in
      let end = start + word.count
      return text[start..<end].elementsEqual(word)
        && (start == 0 || text[start - 1] == UInt8(ascii: " "))
        && (end == text.count || text[end] == UInt8(ascii: " "))
    }.map { $0..<$0 + word.count }
  }
}

extension [UInt8] {
  /// Whether the bytes end in `word`, with something else than a letter before it.
  fileprivate func hasSuffixWord(_ word: [UInt8]) -> Bool {
    guard count > word.count, suffix(word.count).elementsEqual(word) else { return false }
    let before = self[count - word.count - 1]
    return !WordFold.isLetter(before) || before &- 0x30 < 10
  }
}
