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

  /// Takes the stretch that comes next, of which only what all of its figures say together is kept.
  ///
  /// - Parameter first: how many figures come before it in the article.
  func survey(_ figures: [Figure], from first: Int) {
    forms.add(figures)
    forms.narrow(to: [], from: 0)
    neighbours.addEdges(of: figures, from: first)
  }

  /// Goes to a stretch that was surveyed, to have its figures judged.
  func narrow(to figures: [Figure], from first: Int) {
    forms.narrow(to: figures, from: first)
    neighbours.narrow(to: figures, from: first)
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
