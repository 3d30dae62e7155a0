/// Finds the element that holds a page's article.
///
/// By what is marked as an article's body, and else by where the text is: paragraphs count for the
/// elements that they stand in, links do not.
struct ArticleFinder {
  private let page: Page
  /// The text of each element with all in it: not in links, and in links.
  private var plain: [Int]
  private var linked: [Int]
  /// Whether an element is, or lies in, something else than the article.
  private(set) var isDropped: [Bool]
  /// What the paragraphs of an element's inner part sum up to, and what all in it do.
  private var near: [Int]
  private var whole: [Int]

  /// A shorter text is no paragraph to find the article by.
  private static let paragraphBytes = 40
  /// A shorter article is none.
  static let articleBytes = 80
  /// A cell with more text lays out the page.
  private static let cellBytes = 1500

  init(_ page: Page) {
    self.page = page
    let count = page.elements.count
    plain = Array(repeating: 0, count: count)
    linked = plain
    near = plain
    whole = plain
    isDropped = Array(repeating: false, count: count)
    sumTexts()
    drop()
    score()
  }

  /// The element of the article; nil where the page has none.
  func find() -> Int? {
    let all = whole[0]
    guard all >= Self.articleBytes else { return nil }
    if let marked = marked(), whole[marked] * 4 >= all || whole[marked] >= 1000 { return marked }
    return densest()
  }

  /// The heading that stands for the page: the only one, or the last before the article.
  func heading(before body: Int) -> Int? {
    let headings = page.elements.indices.filter {
      page.elements[$0].role.contains(.heading) && plain[$0] + linked[$0] > 0 && !isDropped[$0]
    }
    return headings.last { $0 < body } ?? headings.first
  }

  /// The text that leads to the article and stands before it.
  func lead(before body: Int, after heading: Int?) -> Int? {
    let lead = page.elements.indices[..<body].last {
      page.elements[$0].role.contains(.lead) && !isDropped[$0]
        && plain[$0] >= Self.paragraphBytes && plain[$0] > linked[$0] && !contains($0, body)
    }
    guard let lead, lead > heading ?? 0, !contains(body, lead) else { return nil }
    return lead
  }

  func contains(_ outer: Int, _ inner: Int) -> Bool {
    var element = inner
    while element > outer { element = Int(page.elements[element].parent) }
    return element == outer
  }

  // MARK: Sums

  private mutating func sumTexts() {
    for block in page.blocks {
      plain[Int(block.element)] += block.plainBytes
      linked[Int(block.element)] += block.linkBytes
    }
    for element in page.elements.indices.reversed() where element > 0 {
      let parent = Int(page.elements[element].parent)
      plain[parent] += plain[element]
      linked[parent] += linked[element]
    }
  }

  /// What holds most of the page's text is kept, whatever it is called.
  private mutating func drop() {
    for element in page.elements.indices where element > 0 {
      let role = page.elements[element].role
      let isElse =
        role.contains(.hidden) || (role.contains(.drop) && plain[element] * 2 <= plain[0])
      isDropped[element] = isElse || isDropped[Int(page.elements[element].parent)]
    }
  }

  private mutating func score() {
    for block in page.blocks where !isDropped[Int(block.element)] {
      guard block.plainBytes >= Self.paragraphBytes, block.linkBytes * 2 <= block.bytes else {
        continue
      }
      let container = container(of: Int(block.element))
      whole[container] += block.plainBytes
      var share = block.plainBytes
      var element = container
      for _ in 0..<3 {
        near[element] += share
        guard element > 0 else { break }
        element = Int(page.elements[element].parent)
        share /= 2
      }
    }
    for element in page.elements.indices.reversed() where element > 0 {
      whole[Int(page.elements[element].parent)] += whole[element]
    }
  }

  /// The element that a paragraph stands in.
  private func container(of start: Int) -> Int {
    var element = start
    while element > 0 {
      let role = page.elements[element].role
      guard role.contains(.paragraph), !role.contains(.body) else { break }
      if role.contains(.cell), plain[element] > Self.cellBytes { break }
      element = Int(page.elements[element].parent)
    }
    return element
  }

  // MARK: Choices

  /// The innermost element marked as an article's body that has most of what any of them has.
  private func marked() -> Int? {
    let marked = page.elements.indices.filter {
      page.elements[$0].role.contains(.body) && !isDropped[$0] && whole[$0] >= Self.articleBytes
    }
    guard let most = marked.map({ whole[$0] }).max() else { return nil }
    return marked.last { whole[$0] * 5 >= most * 4 }
  }

  private func densest() -> Int? {
    var best = 0
    var bestScore = 0
    for element in page.elements.indices where !isDropped[element] {
      let text = plain[element] + linked[element]
      guard text > 0 else { continue }
      let score = near[element] * plain[element] / text
      if score > bestScore { (best, bestScore) = (element, score) }
    }
    guard bestScore >= Self.articleBytes else { return nil }
    return widened(best)
  }

  /// The article may lie in several elements side by side.
  private func widened(_ start: Int) -> Int {
    var element = start
    while element > 0, !page.elements[element].role.contains(.root) {
      let parent = Int(page.elements[element].parent)
      guard parent > 0, !page.elements[parent].role.contains(.root),
        whole[parent] > whole[element], whole[parent] * 2 <= whole[element] * 3,
        linked[parent] * 4 <= plain[parent]
      else { break }
      element = parent
    }
    return element
  }
}
