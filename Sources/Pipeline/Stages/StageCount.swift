/// How a stage's command went.
public struct StageCount: Sendable, Hashable {
  /// What could be read.
  public var read = 0
  /// What was refused.
  public var refused = 0

  public init() {}

  /// Done, unless there was something and none of it could be read.
  public var exitCode: Int32 { read == 0 && refused > 0 ? 2 : 0 }
}
