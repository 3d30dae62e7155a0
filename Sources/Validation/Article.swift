import Model
import Rules

/// The whole article that a figure stands in, for the checks that look further than beside it.
final class Article {
  private(set) var forms = ArticleForms()
  private(set) var neighbours = Neighbours()
  /// For each rule, whether its pattern is found: a long article is searched once a rule, however
  /// many figures ask.
  private var found: [String: Bool] = [:]

  /// Takes the figures that come next in the article.
  func add(_ figures: [Figure]) {
    forms.add(figures)
    neighbours.add(figures)
  }

  /// - Parameter text: all of it.
  func holds(
    _ condition: TextCondition, of rule: String, in text: UnsafeBufferPointer<UInt8>,
    _ scratch: TextConditionScratch
  ) -> Bool {
    if let known = found[rule] { return known }
    let isFound = condition.holds(in: text, scratch)
    found[rule] = isFound
    return isFound
  }
}
