import Model
import Rules

/// Stands in for the stage that is being written.
public struct Validator: Sendable {
  public init(rules: RuleSet) {}

  public func validate(_ reading: DocumentReading) -> DocumentReading { reading }
}
