/// A name of an area, with the dates that it is valid for.
public struct Place: Sendable, Hashable {
  /// ISO 3166-2, or ISO 3166-1 for a country.
  public var code: String
  public var name: String
  /// `country`, `province`, …
  public var level: String
  /// The first day; nil when it has always been so.
  public var validFrom: String?
  /// The last day; nil while it is so.
  public var validTo: String?

  public init(
    code: String, name: String, level: String, validFrom: String? = nil, validTo: String? = nil
  ) {
    self.code = code
    self.name = name
    self.level = level
    self.validFrom = validFrom
    self.validTo = validTo
  }
}

extension Warehouse {
  /// Makes the table of places hold these; writes nothing when it already does.
  ///
  /// - Throws: ``SQLiteError``, also when a code has two names from the same day on.
  public func setPlaces(_ places: [Place]) throws {
    var fingerprint = Fingerprint()
    for place in places {
      for text in [place.code, place.name, place.level] { fingerprint.add(text) }
      fingerprint.add(place.validFrom)
      fingerprint.add(place.validTo)
    }
    let digest = fingerprint.hexadecimalText
    let meta = try Meta(connection: connection)
    guard try meta.value(of: "places_digest") != digest else { return }
    try withTransaction {
      try connection.execute("DELETE FROM place")
      let insert = try connection.prepare(
        "INSERT INTO place (code, name, level, valid_from, valid_to) VALUES (?, ?, ?, ?, ?)")
      var parameters = Parameters()
      for place in places {
        parameters.clear()
        for text in [place.code, place.name, place.level, place.validFrom ?? ""] {
          parameters.add(text)
        }
        parameters.add(place.validTo)
        try insert.execute(parameters)
      }
      try meta.set("places_digest", to: digest)
    }
  }
}
