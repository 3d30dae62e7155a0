/// Some of the tables, a bit for each.
public struct TableSet: OptionSet, Sendable {
  public let rawValue: UInt32

  @inlinable
  @inline(__always)
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  @inlinable
  @inline(__always)
  public init(_ table: RuleTable) { rawValue = table.bit }

  /// The tables whose phrases say something of a subject without being part of it.
  static let functions: TableSet = [.stopWord, .change, .status, .qualifier, .timeCue, .rank]

  /// The tables whose phrases are whole words, whatever function words are part of them.
  static let heads: TableSet = [.noun, .compound]
}

extension TableSet {
  @inlinable public static var numberWord: TableSet { TableSet(.numberWord) }
  @inlinable public static var scale: TableSet { TableSet(.scale) }
  @inlinable public static var unit: TableSet { TableSet(.unit) }
  @inlinable public static var denominator: TableSet { TableSet(.denominator) }
  @inlinable public static var noun: TableSet { TableSet(.noun) }
  @inlinable public static var abbreviation: TableSet { TableSet(.abbreviation) }
  @inlinable public static var place: TableSet { TableSet(.place) }
  @inlinable public static var qualifier: TableSet { TableSet(.qualifier) }
  @inlinable public static var qualifierAfter: TableSet { TableSet(.qualifierAfter) }
  @inlinable public static var change: TableSet { TableSet(.change) }
  @inlinable public static var status: TableSet { TableSet(.status) }
  @inlinable public static var reference: TableSet { TableSet(.reference) }
  @inlinable public static var referenceAfter: TableSet { TableSet(.referenceAfter) }
  @inlinable public static var timeCue: TableSet { TableSet(.timeCue) }
  @inlinable public static var durationBefore: TableSet { TableSet(.durationBefore) }
  @inlinable public static var durationAfter: TableSet { TableSet(.durationAfter) }
  @inlinable public static var rank: TableSet { TableSet(.rank) }
  @inlinable public static var sourceBefore: TableSet { TableSet(.sourceBefore) }
  @inlinable public static var sourceAfter: TableSet { TableSet(.sourceAfter) }
  @inlinable public static var stopWord: TableSet { TableSet(.stopWord) }
  @inlinable public static var district: TableSet { TableSet(.district) }
  @inlinable public static var nationCue: TableSet { TableSet(.nationCue) }
  @inlinable public static var moneyCue: TableSet { TableSet(.moneyCue) }
  @inlinable public static var measured: TableSet { TableSet(.measured) }
  @inlinable public static var compound: TableSet { TableSet(.compound) }
  @inlinable public static var contrast: TableSet { TableSet(.contrast) }
  @inlinable public static var uncounted: TableSet { TableSet(.uncounted) }
  @inlinable public static var relativeTime: TableSet { TableSet(.relativeTime) }
  @inlinable public static var firstYear: TableSet { TableSet(.firstYear) }
}
