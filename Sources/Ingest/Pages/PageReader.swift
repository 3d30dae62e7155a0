import Model

/// Finds the article of an HTML page and what is known about it.
final class PageReader {
  private let rules: PageRules
  private let parser: PageParser

  init(rules: PageRules) {
    self.rules = rules
    parser = PageParser(rules: rules)
  }

  struct Article {
    /// Nil where there is none.
    var text: [UInt8]?
    var title: String?
    var published: String?
    var url: String?
    var outlet: String?
    var author: String?
    var language: String?
  }

  /// - Parameter bytes: UTF-8 without NUL.
  func read(_ bytes: [UInt8]) -> Article {
    let page = parser.parse(bytes)
    let data = LinkedData(page.linkedData, types: rules.articleTypes)
    var article = Article(
      url: data?.url ?? page.canonical ?? page.statement(.url),
      outlet: data?.outlet ?? page.statement(.outlet),
      author: data?.author ?? page.statement(.author), language: page.language)
    let finder = ArticleFinder(page)
    let body = finder.find()
    let heading = body.flatMap { finder.heading(before: $0) }
    let headingText = heading.map { text(of: $0, in: page) } ?? []
    article.title = title(headingText, page, data)
    article.published =
      data?.published ?? page.statement(.published) ?? page.times.first
    if let body {
      article.text = text(body, heading: heading, headingText, page, finder)
      article.published = article.published ?? stamp(page, near: heading ?? body, body)
    }
    if let whole = data?.body, whole.utf8.count > 2 * (article.text?.count ?? 0) {
      article.text = Array(whole.utf8)
    }
    return article
  }

  private func text(
    _ body: Int, heading: Int?, _ headingText: [UInt8], _ page: Page, _ finder: ArticleFinder
  ) -> [UInt8] {
    var text = ArticleText(page, rules, isDropped: finder.isDropped)
    if let lead = finder.lead(before: body, after: heading) {
      text.add(blocks(of: lead, page, finder), without: headingText)
    }
    var blocks = blocks(of: body, page, finder)
    if let heading, finder.contains(body, heading) {
      // The way to the page and its date may stand above the heading.
      let above = blocks.prefix { Int($0.element) < heading }
      if above.reduce(0, { $0 + $1.bytes }) < 300 { blocks = blocks.dropFirst(above.count) }
    }
    text.add(blocks, without: headingText)
    return text.bytes
  }

  /// The blocks of an element: they follow each other, as the page is in its order.
  private func blocks(
    of element: Int, _ page: Page, _ finder: ArticleFinder
  ) -> ArraySlice<Page.Block> {
    guard let first = page.blocks.firstIndex(where: { finder.contains(element, Int($0.element)) })
    else { return [] }
    return page.blocks[first...].prefix { finder.contains(element, Int($0.element)) }
  }

  private func text(of element: Int, in page: Page) -> [UInt8] {
    let texts = page.blocks.filter { Int($0.element) == element }.map { Array(page.text(of: $0)) }
    return Array(texts.joined(separator: [0x20]))
  }

  /// The heading where the page's name for itself holds it, as that may name the outlet too.
  private func title(_ heading: [UInt8], _ page: Page, _ data: LinkedData?) -> String? {
    if let title = data?.title { return title }
    let stated = page.statement(.title) ?? Self.collapsed(page.title)
    guard !heading.isEmpty else { return stated }
    let text = String(decoding: heading, as: UTF8.self)
    guard let stated else { return text }
    return stated.contains(text) ? text : stated
  }

  private static func collapsed(_ text: [UInt8]) -> String? {
    let words = text.split { $0 <= 0x20 }
    return words.isEmpty
      ? nil : String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }

  /// The date stamp in a block that is marked as one, or around the heading.
  private func stamp(_ page: Page, near heading: Int, _ body: Int) -> String? {
    let marked = page.blocks.filter { page.elements[Int($0.element)].role.contains(.date) }
    let around = page.blocks.filter { Int($0.element) >= heading }.prefix(6)
    let above = page.blocks.filter { Int($0.element) < heading }.suffix(6)
    for block in marked + around + above {
      let text = Array(page.text(of: block).prefix(200))
      if let date = HeaderDate.find(in: text, rules.headers) { return date }
    }
    return nil
  }
}
