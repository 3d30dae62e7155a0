/// Why a text is no YAML document that can be used, or a node cannot be written.
public struct YAMLError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where it is; nil where it is in no one place.
  public let mark: YAMLNode.Mark?
  /// What is wrong and, where it can be said, what to do.
  public let problem: String

  public var description: String { mark.map { "\($0): \(problem)" } ?? problem }
}
