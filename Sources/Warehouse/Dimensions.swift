/// A name of an area, with the dates that it is valid for.
public struct Place: Sendable, Hashable {
  /// ISO 3166-2, or ISO 3166-1 for a country.
  public var code: String
  public var name: String
  /// With its rank: `Tỉnh …`, `Thành phố …`.
  public var fullName: String?
  /// `nation`, `province`, `region`, `country`.
  public var level: String
  /// The number that the statistics office gives it.
  public var gsoCode: String?
  /// The first day; nil when it has always been so.
  public var validFrom: String?
  /// The last day; nil while it is so.
  public var validTo: String?
  /// The code of the area that it has become a part of.
  public var successor: String?

  public init(
    code: String, name: String, fullName: String? = nil, level: String, gsoCode: String? = nil,
    validFrom: String? = nil, validTo: String? = nil, successor: String? = nil
  ) {
    self.code = code
    self.name = name
    self.fullName = fullName
    self.level = level
    self.gsoCode = gsoCode
    self.successor = successor
    self.validFrom = validFrom
    self.validTo = validTo
  }
}

/// Which area became part of which.
public struct PlaceMerger: Sendable, Hashable {
  public var oldCode: String
  public var oldName: String
  public var newCode: String
  public var newName: String
  /// The first day of the new order.
  public var date: String
  /// What decided it.
  public var source: String

  public init(
    oldCode: String, oldName: String, newCode: String, newName: String, date: String,
    source: String
  ) {
    self.oldCode = oldCode
    self.oldName = oldName
    self.newCode = newCode
    self.newName = newName
    self.date = date
    self.source = source
  }
}

/// What the rules say about an indicator.
public struct IndicatorName: Sendable, Hashable {
  public var code: String
  /// In Vietnamese.
  public var name: String
  public var nameEn: String
  public var kind: String
  /// Nil where any unit of the kind will do.
  public var unit: String?
  /// Which way is better: `up`, `down`, `neutral`.
  public var direction: String

  public init(
    code: String, name: String, nameEn: String, kind: String, unit: String?, direction: String
  ) {
    self.code = code
    self.name = name
    self.nameEn = nameEn
    self.kind = kind
    self.unit = unit
    self.direction = direction
  }
}

extension Warehouse {
  /// Makes the tables of places hold these; writes nothing when they already do.
  ///
  /// - Throws: ``SQLiteError``, also when a code has two names from the same day on.
  public func setPlaces(_ places: [Place], mergers: [PlaceMerger] = []) throws {
    try setTable(
      "place",
      ["code", "name", "full_name", "level", "gso_code", "valid_from", "valid_to", "successor"],
      places.map {
        [
          $0.code, $0.name, $0.fullName, $0.level, $0.gsoCode, $0.validFrom ?? "", $0.validTo,
          $0.successor,
        ]
      })
    try setTable(
      "place_crosswalk", ["old_code", "old_name", "new_code", "new_name", "date", "source"],
      mergers.map { [$0.oldCode, $0.oldName, $0.newCode, $0.newName, $0.date, $0.source] })
  }

  /// Makes a table hold just these rows; writes nothing when it already does.
  private func setTable(_ table: String, _ columns: [String], _ rows: [[String?]]) throws {
    let digest = Self.digest(rows)
    let name = "\(table)_digest"
    let meta = try Meta(connection: connection)
    guard try meta.value(of: name) != digest else { return }
    try withTransaction {
      try connection.execute("DELETE FROM \(table)")
      let insert = try connection.prepare(insertion(into: table, columns))
      for row in rows { try insert.execute(row.parameters) }
      try meta.set(name, to: digest)
    }
  }

  /// Names the units that the rules know; those that figures brought stay.
  public func setUnits(_ units: [(code: String, name: String)]) throws {
    try nameRows(of: "unit", ["name"], units.map { [$0.code, $0.name] })
  }

  /// Names the indicators that the rules know; those that figures brought stay.
  public func setIndicators(_ indicators: [IndicatorName]) throws {
    try nameRows(
      of: "indicator", ["name", "name_en", "kind", "unit", "direction"],
      indicators.map { [$0.code, $0.name, $0.nameEn, $0.kind, $0.unit, $0.direction] })
  }

  /// Adds rows to a dimension, or what is known of those that are there.
  private func nameRows(
    of dimension: String, _ columns: [String], _ rows: [[String?]]
  ) throws {
    let digest = Self.digest(rows)
    let name = "\(dimension)_digest"
    let meta = try Meta(connection: connection)
    guard try meta.value(of: name) != digest else { return }
    try withTransaction {
      let cleared = columns.map { "\($0) = NULL" }.joined(separator: ", ")
      try connection.execute("UPDATE \(dimension) SET \(cleared)")
      let taken = columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
      let insert = try connection.prepare(
        insertion(into: dimension, [dimension] + columns)
          + " ON CONFLICT (\(dimension)) DO UPDATE SET \(taken)")
      for row in rows { try insert.execute(row.parameters) }
      try meta.set(name, to: digest)
    }
  }

  private static func digest(_ rows: [[String?]]) -> String {
    var fingerprint = Fingerprint()
    for row in rows { for text in row { fingerprint.add(text) } }
    return fingerprint.hexadecimalText
  }
}

extension [String?] {
  fileprivate var parameters: Parameters {
    var parameters = Parameters()
    for text in self { parameters.add(text) }
    return parameters
  }
}
