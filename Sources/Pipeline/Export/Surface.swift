/// What the warehouse is to those who read it elsewhere, beyond what its DDL says: keys, order,
/// types, facets. From `Warehouse/surface.yaml`.
public struct Surface: Sendable, Hashable {
  public struct Licence: Sendable, Hashable {
    /// As in the Open Definition's list, or SPDX's.
    var name: String
    var title: String
    var url: String
  }

  public struct Source: Sendable, Hashable {
    var title: String
    var url: String?
  }

  /// Columns whose values are those of another entry's key.
  struct Reference: Sendable, Hashable {
    var columns: [String]
    var entry: String
    var key: [String]
  }

  /// A table or view.
  struct Entry: Sendable, Hashable {
    var name: String
    var title: String
    /// True when it belongs to a data package and to the files for Parquet.
    var isExported = false
    /// Names a row; empty when nothing does.
    var key: [String] = []
    var references: [Reference] = []
    /// What rows are exported in the order of: with it there is one order.
    var order: [String] = []
    var facets: [String] = []
    /// What Datasette sorts by, falling.
    var sortFalling: String?
    /// What Datasette sorts by.
    var sort: String?
    /// Units of measurement by column, as Datasette knows them.
    var units: [String: String] = [:]
    /// The full-text index with the column that holds its rows' numbers.
    var search: (index: String, key: String)?
    var isHidden = false

    static func == (left: Entry, right: Entry) -> Bool { left.name == right.name }
    func hash(into hasher: inout Hasher) { hasher.combine(name) }
  }

  /// What the observations are called where SDMX is spoken.
  struct SDMX: Sendable, Hashable {
    var view: String
    /// `AGENCY:ID(VERSION)` of the dataflow.
    var dataflow: String
    /// The columns that name an observation.
    var dimensions: [String]
  }

  var name: String
  var title: String
  var description: String
  var homepage: String?
  var licence: Licence
  var sources: [Source]
  var sdmx: SDMX
  /// Types of columns that SQLite has no type of its own for, by name.
  var types: [String: ColumnType]
  var entries: [Entry]
}

/// What the values of a column are, wherever they are read.
enum ColumnType: String, Sendable, CaseIterable {
  case text, integer, real
  /// An exact decimal, kept as text.
  case decimal
  /// A day, `2024-10-05`.
  case date
  /// A moment in UTC, `2024-10-05T08:30:00Z`.
  case datetime
  /// 1 and 0.
  case boolean

  init?(declared: String) {
    switch declared {
    case "TEXT": self = .text
    case "INTEGER": self = .integer
    case "REAL": self = .real
    default: return nil
    }
  }

  /// As Table Schema calls it.
  var frictionless: String {
    switch self {
    case .text: "string"
    case .real, .decimal: "number"
    case .integer, .date, .datetime, .boolean: rawValue
    }
  }

  /// As DuckDB calls it, and Parquet keeps it.
  var duckDB: String {
    switch self {
    case .text: "VARCHAR"
    case .integer: "BIGINT"
    case .real: "DOUBLE"
    case .decimal: "DECIMAL(\(Self.digits), \(Self.fractionDigits))"
    case .date: "DATE"
    case .datetime: "TIMESTAMP"
    case .boolean: "BOOLEAN"
    }
  }

  /// The digits of the widest decimal that Parquet has, and how many of them follow the point.
  static let digits = 38
  static let fractionDigits = 12
}
