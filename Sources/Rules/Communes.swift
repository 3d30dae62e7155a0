import Lexing
import Synchronization
import Tables

/// A row of `communes.csv`.
public struct Commune: Sendable, Hashable {
  public let name: String
  public let provinceCode: String
  /// First and last day, ISO 8601; empty where open.
  public let validFrom: String
  public let validTo: String
}

/// The communes of the country by name. The table is large and few texts need it, so it is read when
/// the first one does; its bytes are part of the rules' digest all the same.
public final class Communes: Sendable {
  static let table = "communes"
  static let columns = ["gso_code", "name", "kind", "province_code", "valid_from", "valid_to"]

  private let path: String
  private let index = Mutex<CommuneIndex?>(nil)

  /// The table in a folder of rules; nothing is read yet.
  public init(folder: String) { path = "\(folder)/\(Self.table).csv" }

  /// All communes of that name; none where the table cannot be read, which `check` reports.
  public func named(_ key: PhraseKey) -> [Commune] {
    index.withLock { index in
      if index == nil { index = (try? CommuneIndex(path: path)) ?? CommuneIndex() }
      return index!.named(key)
    }
  }

  /// Reads the whole table, strictly.
  @discardableResult
  public func read() throws(TableError) -> [Commune] {
    Self.communes(in: try Table.read(path: path, columns: Self.columns, optional: ["note"]))
  }

  static func communes(in table: Table) -> [Commune] {
    // Thousands of rows: where the columns stand is asked once.
    let places = ["name", "province_code", "valid_from", "valid_to"].map {
      table.header.firstIndex(of: $0)!
    }
    return table.rows.map { row in
      Commune(
        name: row[column: places[0]], provinceCode: row[column: places[1]],
        validFrom: row[column: places[2]], validTo: row[column: places[3]])
    }
  }
}
