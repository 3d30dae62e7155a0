/// How the article is found in an HTML page.
public struct PageRules: Sendable, Hashable {
  public init() {}
}
