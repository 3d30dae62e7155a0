/// A value of a YAML document, with where it stands.
public struct YAMLNode: Sendable, Hashable {
  /// How a scalar is written.
  public enum Style: Sendable, Hashable {
    /// Without quotes.
    case plain
    case quoted
    /// Behind `|` or `>`, line for line.
    case block
  }

  /// Where a node begins: line and column, in characters, both counted from 1.
  public struct Mark: Sendable, Hashable, CustomStringConvertible {
    public let line: Int
    public let column: Int

    public var description: String { "\(line):\(column)" }
  }

  /// What a node holds. A scalar is its text: what plain text stands for is told by who asks for it.
  public enum Content: Sendable, Hashable {
    case scalar(String, Style)
    case sequence([YAMLNode])
    /// Members in the order of the text. No key stands twice.
    case mapping([Member])
  }

  public struct Member: Sendable, Hashable {
    public let key: YAMLNode
    public let value: YAMLNode
  }

  public let content: Content
  /// Nil for a node that was not read from a text.
  public let mark: Mark?

  public init(_ content: Content, mark: Mark? = nil) {
    self.content = content
    self.mark = mark
  }

  /// A text, quoted where it would be read as something else.
  public init(text: String) {
    self.init(.scalar(text, ScalarReading.isText(text) ? .plain : .quoted))
  }

  public init(_ elements: [YAMLNode]) { self.init(.sequence(elements)) }

  public init(_ members: [(name: String, value: YAMLNode)]) {
    self.init(.mapping(members.map { Member(key: YAMLNode(text: $0.name), value: $0.value) }))
  }

  /// The text of a scalar; nil for a list and for a mapping.
  public var text: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  /// The elements of a list; nil for what is none.
  public var elements: [YAMLNode]? {
    guard case .sequence(let elements) = content else { return nil }
    return elements
  }

  /// The members of a mapping; nil for what is none.
  public var members: [Member]? {
    guard case .mapping(let members) = content else { return nil }
    return members
  }

  /// True for a plain scalar that says that there is no value.
  public var isNull: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }
}
