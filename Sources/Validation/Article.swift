import Model
import Rules

/// The whole article that a figure stands in, for the checks that look further than beside it.
final class Article {
  private let text: UnsafeBufferPointer<UInt8>
  private let scratch: TextConditionScratch
  let figures: [Figure]
  let forms: ArticleForms
  let neighbours: Neighbours
  /// For each rule, whether its pattern is found: a long article is searched once a rule, however
  /// many figures ask.
  private var found: [String: Bool] = [:]

  init(_ figures: [Figure], in text: UnsafeBufferPointer<UInt8>, _ scratch: TextConditionScratch) {
    self.text = text
    self.scratch = scratch
    self.figures = figures
    forms = ArticleForms(figures)
    neighbours = Neighbours(figures)
  }

  func holds(_ condition: TextCondition, of rule: String) -> Bool {
    if let known = found[rule] { return known }
    let isFound = condition.holds(in: text, scratch)
    found[rule] = isFound
    return isFound
  }
}
