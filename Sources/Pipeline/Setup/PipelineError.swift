/// Why something could not be done: where, what is wrong, and what to do, in one line.
public struct PipelineError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What the process ends with; see the contract of the command line.
  public enum Code: Int32, Sendable {
    /// Done, but a threshold was passed, or there was nothing to find.
    case threshold = 1
    /// Could not be done.
    case failed = 2
    /// Another run holds the lock.
    case locked = 75
  }

  public var description: String
  public var code: Code

  public init(_ description: String, code: Code = .failed) {
    self.description = description
    self.code = code
  }
}
