import Model
import Rules

/// Applies the rows of `unit_rules.csv` to single figures.
struct ValueChecks: Sendable {
  /// The rules for one kind of figures, each list in the order of the table.
  private struct Rules: Sendable {
    /// For units that no rule names.
    var general: [ValueRule] = []
    /// For units that some rule names, the general ones among them.
    var byUnit: [String: [ValueRule]] = [:]

    func rules(for unit: String?) -> [ValueRule] {
      unit.flatMap { byUnit[$0] } ?? general
    }
  }

  private let rules: [FigureKind: Rules]
  private let limits: [String: PlaceLimit]
  private let scales: ScaleReader

  init(rules set: RuleSet) {
    var byKind: [FigureKind: Rules] = [:]
    for kind in FigureKind.allCases {
      byKind[kind] = Self.rules(set.unitRules.filter { $0.kind == nil || $0.kind == kind })
    }
    rules = byKind
    limits = Dictionary(
      set.placeLimits.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    var scales: [String: Int] = [:]
    for scale in set.scales where scale.form == .word {
      scales[scale.word] = scale.power
      // The lexer reads both spellings as one word; this table must know both.
      if scale.word.hasSuffix("ỷ") { scales[scale.word.dropLast() + "ỉ"] = scale.power }
    }
    self.scales = ScaleReader(scales)
  }

  private static func rules(_ all: [ValueRule]) -> Rules {
    // `VND/*` is for many units, so it is asked of every one.
    func isGeneral(_ rule: ValueRule) -> Bool { rule.unit?.hasSuffix("/*") ?? true }
    var rules = Rules(general: all.filter(isGeneral))
    for unit in Set(all.compactMap(\.unit)) {
      rules.byUnit[unit] = all.filter { $0.unit == unit || isGeneral($0) }
    }
    return rules
  }

  /// What the rules object to, in the order of the table.
  ///
  /// - Parameters:
  ///   - index: the figure's place among those of the article.
  ///   - text: that of the article.
  func verdicts(
    on figure: Figure, at index: Int, of article: Article, in text: UnsafeBufferPointer<UInt8>,
    _ scratch: TextConditionScratch
  ) -> [Verdict] {
    let around = TextAround(figure.span, in: text)
    var verdicts: [Verdict] = []
    for rule in rules[figure.kind]?.rules(for: figure.unit) ?? [] where isFor(figure, rule) {
      // The values first: most are in order, and patterns cost more than comparisons.
      guard let objection = objection(rule, to: figure, at: index, article),
        conditionsHold(rule, figure, around, scratch),
        rule.unless.map({ article.holds($0, of: rule.name, in: text, scratch) }) != true
      else { continue }
      verdicts.append(
        Verdict(
          rule: "unit_rules:\(rule.name)", severity: rule.severity,
          message: "\(figure.quote): \(objection); \(rule.message)"))
    }
    return verdicts
  }

  private func isFor(_ figure: Figure, _ rule: ValueRule) -> Bool {
    if let unit = rule.unit, unit != figure.unit, !isRate(figure, like: unit) { return false }
    if let indicator = rule.indicator, indicator != figure.indicator { return false }
    switch rule.scope {
    case .any: return true
    case .change: return figure.change != nil
    case .level: return figure.change == nil
    }
  }

  /// `VND/*` is for `VND/kg` and all other rates in money.
  private func isRate(_ figure: Figure, like unit: String) -> Bool {
    guard unit.hasSuffix("/*"), let own = figure.unit else { return false }
    return own.hasPrefix(unit.dropLast())
  }

  private func conditionsHold(
    _ rule: ValueRule, _ figure: Figure, _ around: TextAround, _ scratch: TextConditionScratch
  ) -> Bool {
    // The shortest text first.
    if let condition = rule.quote {
      var quote = figure.quote
      guard quote.withUTF8({ condition.holds(in: $0, scratch) }) else { return false }
    }
    if let after = rule.after, !after.holds(in: around.after, scratch) { return false }
    if let before = rule.before, !before.holds(in: around.before, scratch) { return false }
    guard let condition = rule.subject else { return true }
    guard var subject = figure.subject else { return false }
    return subject.withUTF8 { condition.holds(in: $0, scratch) }
  }

  /// What is wrong with the figure, in a few words; nil when nothing is.
  private func objection(
    _ rule: ValueRule, to figure: Figure, at index: Int, _ article: Article
  ) -> String? {
    switch rule.measured {
    case .value: return objectionToValue(rule, figure)
    case .share: return objectionToShare(rule, figure, of: figure.of)
    case .presence: return "so written"
    case .width:
      guard let upper = figure.upper, let width = try? upper.subtracting(figure.value) else {
        return nil
      }
      return Self.objection(rule, to: width, called: "the width")
    case .year:
      return figure.period.flatMap { period in
        Self.years(of: period).lazy.compactMap { year in
          Self.objection(rule, to: year, called: "the year")
        }.first
      }
    case .area: return objectionToArea(rule, figure)
    case .communes: return objectionToShare(rule, figure, of: limit(figure)?.communes)
    case .districts: return objectionToShare(rule, figure, of: limit(figure)?.districts)
    case .oddSign:
      return Self.objection(
        rule, to: ExactDecimal(article.forms.againstSign(of: index)),
        called: "figures with the other sign:")
    case .oddScale:
      return Self.objection(
        rule, to: ExactDecimal(article.neighbours.againstScale(of: index)),
        called: "neighbours of another size:")
    case .oddDecimals:
      return Self.objection(
        rule, to: ExactDecimal(article.forms.againstDecimals(of: index)),
        called: "figures with other decimals:")
    }
  }

  private func limit(_ figure: Figure) -> PlaceLimit? {
    figure.place.flatMap { limits[$0] }
  }

  private func objectionToValue(_ rule: ValueRule, _ figure: Figure) -> String? {
    if let objection = Self.objection(rule, to: figure.value, called: "the value") {
      return objection
    }
    if let upper = figure.upper,
      let objection = Self.objection(rule, to: upper, called: "the upper end")
    {
      return objection
    }
    if let decimals = rule.decimals,
      max(-figure.value.exponent, -(figure.precision ?? 0)) > decimals
    {
      return "it has more than \(decimals) decimals"
    }
    if let scale = rule.scale, let stated = scales.power(in: figure.quote), stated > scale {
      return "a scale of 10^\(stated) is above 10^\(scale)"
    }
    return nil
  }

  private func objectionToArea(_ rule: ValueRule, _ figure: Figure) -> String? {
    guard let limit = limit(figure) else { return nil }
    return objectionToShare(
      rule, figure, of: figure.unit == "har" ? limit.area.scaled(byPowerOfTen: 2) : limit.area)
  }

  /// Bounds are multiplied, not values divided, so that nothing is rounded.
  private func objectionToShare(
    _ rule: ValueRule, _ figure: Figure, of whole: ExactDecimal?
  ) -> String? {
    guard let whole else { return nil }
    if let lowest = rule.lowest, let bound = try? whole.multiplied(by: lowest),
      figure.value < bound
    {
      return "\(figure.value) is below \(lowest) of \(whole)"
    }
    if let highest = rule.highest, let bound = try? whole.multiplied(by: highest),
      figure.value > bound
    {
      return "\(figure.value) is above \(whole)"
    }
    return nil
  }

  private static func objection(
    _ rule: ValueRule, to value: ExactDecimal, called name: String
  ) -> String? {
    if let lowest = rule.lowest, value < lowest { return "\(name) \(value) is below \(lowest)" }
    if let highest = rule.highest, value > highest {
      return "\(name) \(value) is above \(highest)"
    }
    return nil
  }

  /// The years of an ISO 8601 or EDTF date or interval, as far as they are known.
  private static func years(of period: String) -> [ExactDecimal] {
    var years: [ExactDecimal] = []
    // Of the date at hand: its digits up to the first dash; nil when they are no year.
    var (year, digits): (Int?, Int) = (0, 0)
    var isInYear = true
    func end() {
      if digits == 4, let year { years.append(ExactDecimal(year)) }
    }
    for byte in period.utf8 {
      switch byte {
      case UInt8(ascii: "/"):
        end()
        (year, digits, isInYear) = (0, 0, true)
      case UInt8(ascii: "-"): isInYear = false
      case UInt8(ascii: "0")...UInt8(ascii: "9") where isInYear:
        // More than four are no year, and must not grow without end.
        if digits < 5 {
          digits += 1
          year = year.map { $0 * 10 + Int(byte - UInt8(ascii: "0")) }
        }
      default: if isInYear { year = nil }
      }
    }
    end()
    return years
  }
}
