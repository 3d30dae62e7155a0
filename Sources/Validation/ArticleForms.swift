import Model

/// How the figures of one article write their decimals: an odd one out may have a moved sign.
struct ArticleForms {
  /// How a number writes its decimals.
  struct Form: Hashable {
    let sign: UInt8
    let decimals: Int32
  }

  private struct Unit: Hashable {
    let kind: FigureKind
    let unit: String?
  }

  /// Of the figures that are looked at: all, or those of one stretch.
  private var forms: [Form?] = []
  private var units: [Unit] = []
  /// The place of the first of them in the article.
  private var first = 0
  /// How many figures write their decimals after each sign.
  private var signs: [UInt8: Int] = [:]
  /// How many figures of a kind and unit state so many decimals.
  private var decimals: [Unit: [Int32: Int]] = [:]

  /// Takes the figures that come next in the article.
  mutating func add(_ figures: [Figure]) {
    // Room for what a text of one piece holds; a longer one's lists grow by themselves.
    if forms.isEmpty {
      forms.reserveCapacity(figures.count)
      units.reserveCapacity(figures.count)
    }
    for index in figures.indices {
      let form = Self.form(figures[index].quote)
      let unit = Unit(kind: figures[index].kind, unit: figures[index].unit)
      forms.append(form)
      units.append(unit)
      guard let form else { continue }
      signs[form.sign, default: 0] += 1
      decimals[unit, default: [:]][form.decimals, default: 0] += 1
    }
  }

  /// Looks at the figures of one stretch only, which were counted before.
  ///
  /// - Parameter first: how many figures come before them in the article.
  mutating func narrow(to figures: [Figure], from first: Int) {
    self.first = first
    forms = figures.map { Self.form($0.quote) }
    units = figures.map { Unit(kind: $0.kind, unit: $0.unit) }
  }

  /// How many other figures have their decimals after the other sign, where this one alone has
  /// them after its own.
  func againstSign(of index: Int) -> Int {
    guard let form = forms[index - first], signs[form.sign] == 1 else { return 0 }
    return signs.values.reduce(0, +) - 1
  }

  /// How many other figures of the same kind and unit state one decimal where this one alone
  /// states two, or two where this one alone states one.
  func againstDecimals(of index: Int) -> Int {
    guard let form = forms[index - first], form.decimals <= 2,
      let counts = decimals[units[index - first]],
      counts[form.decimals] == 1, counts.keys.allSatisfy({ $0 <= 2 })
    else { return 0 }
    return counts[3 - form.decimals, default: 0]
  }

  /// The form of the first number with decimals; nil where there is none. Three digits behind one
  /// kind of sign are a group.
  static func form(_ quote: String) -> Form? {
    var quote = quote
    return quote.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        guard bytes[start] &- 0x30 < 10 else {
          start += 1
          continue
        }
        var end = start
        while end < bytes.count, isPart(bytes[end]) { end += 1 }
        if let form = form(bytes[start..<end]) { return form }
        start = end
      }
      return nil
    }
  }

  private static func form(_ number: Slice<UnsafeBufferPointer<UInt8>>) -> Form? {
    guard let last = number.lastIndex(where: { !($0 &- 0x30 < 10) }), last > number.startIndex
    else { return nil }
    let (sign, decimals) = (number[last], number.endIndex - last - 1)
    let hasOther = number.contains { isSign($0) && $0 != sign }
    guard decimals > 0, decimals != 3 || hasOther, number.count(where: { $0 == sign }) == 1 else {
      return nil
    }
    return Form(sign: sign, decimals: Int32(decimals))
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  }

  private static func isPart(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || isSign(byte) }
}
