import Lexing
import Rules

/// Finds the province of a text by the communes that it names, and the districts that have a number:
/// xã Ia Rsai, phường Tân Tạo, quận 3.
struct CommuneFinder {
  private struct Named {
    var range: Range<Int>
    /// Of the provinces that have a place of that name.
    var provinces: [String]
    var commune: String?
  }

  let scan: Scan
  let published: String?
  private var named: [Named] = []

  /// The most words of a commune's name.
  private static let longestName = 4

  init(scan: Scan, published: String?) {
    self.scan = scan
    self.published = published
  }

  mutating func find() {
    let kinds = scan.words.communeKinds
    let tokens = scan.tokens
    var index = 1
    while index < tokens.count {
      // Few words are of a kind, and all words are asked.
      if kinds.contains(tokens[index - 1].id), isKind(index - 1), let end = read(at: index) {
        index = end
      } else if tokens[index - 1].id == scan.words.urban, tokens[index].kind == .number,
        let hit = scan.hits.starting(at: index, .district)
      {
        // Quận 3: few cities number their districts.
        let district = scan.rules.districts[Int(hit.row)]
        add(hit.range, district.provinces, district.name)
      }
      index += 1
    }
  }

  /// Not the xã of thị xã, which is a district's.
  private func isKind(_ index: Int) -> Bool {
    !(scan.id(index) == scan.words.commune && scan.id(index - 1) == scan.words.township)
  }

  /// Reads a name, and those listed with it: `các xã Ia Rsai, Ia Dreh và Uar`.
  private mutating func read(at start: Int) -> Int? {
    guard var end = name(at: start) else { return nil }
    while scan.isMark(end, Mark.comma) || scan.id(end) == scan.words.and,
      let next = name(at: end + 1)
    {
      end = next
    }
    return end
  }

  private mutating func name(at start: Int) -> Int? {
    var end = start
    while end < start + Self.longestName, scan.isWord(end), scan.tokens[end].isCapitalized {
      end += 1
    }
    while end > start {
      if let known = communes(start..<end) {
        add(start..<end, known.provinces, known.name)
        return end
      }
      end -= 1
    }
    return nil
  }

  private func communes(_ range: Range<Int>) -> (name: String, provinces: [String])? {
    var key = PhraseKey()
    for index in range { key.append(scan.bytes(index)) }
    let all = scan.rules.communes.named(key)
    // A text of unknown date that could be from before the communes were made anew is so.
    let valid = all.filter(isValid)
    let communes = valid.isEmpty && published == nil ? all : valid
    guard let first = communes.first else { return nil }
    return (first.name, communes.map(\.provinceCode))
  }

  private func isValid(_ commune: Commune) -> Bool {
    guard let published else { return commune.validFrom.isEmpty }
    return (commune.validFrom.isEmpty || commune.validFrom <= published)
      && (commune.validTo.isEmpty || published <= commune.validTo + "~")
  }

  /// Lets a place that some provinces have count.
  mutating func add(_ range: Range<Int>, _ provinces: [String], _ commune: String? = nil) {
    named.append(Named(range: range, provinces: Array(Set(provinces)).sorted(), commune: commune))
  }

  /// The province that has the most of them, each name counting once, and less the more provinces
  /// have it; nil where another one could be meant as well.
  var province: String? {
    var weights: [String: Int] = [:]
    var seen: Set<String> = []
    for place in named where seen.insert(scan.words(place.range)).inserted {
      for code in place.provinces { weights[code, default: 0] += 5040 / place.provinces.count }
    }
    let ranked = weights.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let best = ranked.first else { return nil }
    return ranked.count == 1 || best.value >= 2 * ranked[1].value ? best.key : nil
  }

  func mentions(in code: String) -> [Mention] {
    named.compactMap { place -> Mention? in
      guard let commune = place.commune, place.provinces.contains(code) else { return nil }
      let hit = Hit(range: place.range, row: 0, table: .district)
      return Mention(hit: hit, code: code, level: .province, commune: commune)
    }
  }
}
