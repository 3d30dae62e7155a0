import Lexing
import Synchronization
import Tables

/// A row of `communes.csv`.
public struct Commune: Sendable {
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
  private let rows = Mutex<[PhraseKey: [Commune]]?>(nil)

  init(folder: String) { path = "\(folder)/\(Self.table).csv" }

  /// All communes of that name; none where the table cannot be read, which `check` reports.
  public func named(_ key: PhraseKey) -> [Commune] {
    rows.withLock { rows in
      if rows == nil { rows = (try? read()) ?? [:] }
      return rows?[key] ?? []
    }
  }

  /// Reads the table, strictly.
  @discardableResult
  public func read() throws(TableError) -> [PhraseKey: [Commune]] {
    let table = try Table.read(path: path, columns: Self.columns, optional: ["note"])
    var rows: [PhraseKey: [Commune]] = [:]
    rows.reserveCapacity(table.rows.count)
    // Thousands of rows: where the columns stand is asked once.
    let places = ["name", "province_code", "valid_from", "valid_to"].map {
      table.header.firstIndex(of: $0)!
    }
    for row in table.rows {
      let commune = Commune(
        name: row.fields[places[0]], provinceCode: row.fields[places[1]],
        validFrom: row.fields[places[2]], validTo: row.fields[places[3]])
      rows[PhraseKey(commune.name), default: []].append(commune)
    }
    return rows
  }
}
