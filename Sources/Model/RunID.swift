/// The number of a run in the warehouse's ledger, counted from 1.
public struct RunID: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  public var description: String { String(rawValue) }
}
