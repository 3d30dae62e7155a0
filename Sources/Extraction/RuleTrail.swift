/// The rules of a figure's meaning, in the order in which they fired.
///
/// Few figures have more than three: those take no memory of their own.
struct RuleTrail {
  private var first: String?
  private var second: String?
  private var third: String?
  private var others: [String] = []

  mutating func append(_ rule: String) {
    if first == nil {
      first = rule
    } else if second == nil {
      second = rule
    } else if third == nil {
      third = rule
    } else {
      others.append(rule)
    }
  }

  /// All of them behind `rule`, with spaces between.
  func joined(to rule: String, by names: RuleNames) -> String {
    guard let first else { return rule }
    var joined = names.joined(rule, first, second, third)
    for other in others { joined = names.joined(joined, other) }
    return joined
  }
}
