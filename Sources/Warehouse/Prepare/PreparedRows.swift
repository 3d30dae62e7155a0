/// Rows of one table that were made before it was known by which numbers they refer to others.
///
/// All rows lie in one buffer: making, moving and freeing many of them is a few allocations.
struct PreparedRows: Sendable {
  /// The columns that hold, until they are stored, a place among ``DimensionNames``.
  let nameColumns: [Int]
  private(set) var cells = Parameters()
  /// Where the slots of each row end, and its bytes.
  private var ends: [(slot: Int, byte: Int)] = []

  init(nameColumns: [Int] = []) { self.nameColumns = nameColumns }

  var count: Int { ends.count }

  /// Adds the row whose cells `fill` adds.
  mutating func addRow(_ fill: (inout Parameters) -> Void) {
    fill(&cells)
    ends.append((cells.slots.count, cells.bytes.count))
  }

  /// Where the slots and the bytes of a row lie.
  func place(of row: Int) -> (slots: Range<Int>, bytes: Range<Int>) {
    let start = row == 0 ? (slot: 0, byte: 0) : ends[row - 1]
    return (start.slot..<ends[row].slot, start.byte..<ends[row].byte)
  }
}

extension Parameters {
  /// Adds the cells of a row.
  ///
  /// - Parameter keys: the numbers of ``DimensionNames``, in their order.
  mutating func add(row: Int, of rows: PreparedRows, keys: [Int] = []) {
    let (slots, bytes) = rows.place(of: row)
    let first = self.slots.count
    append(slots, bytes, of: rows.cells)
    for column in rows.nameColumns {
      if case .integer(let name) = self.slots[first + column] {
        replaceInteger(at: first + column, by: keys[name])
      }
    }
  }
}

/// The texts that a reading's rows refer to by number, each once, in the order in which they come.
struct DimensionNames: Sendable {
  enum Table: Int, Sendable, CaseIterable {
    case unit, period, source, indicator, rule
  }

  private(set) var names: [(table: Table, text: String)] = []
  private var places: [[ByteText: Int]] = Table.allCases.map { _ in [:] }

  /// The place of a text among all of them.
  mutating func place(of text: String?, in table: Table) -> Int? {
    guard let text else { return nil }
    let name = ByteText(text: text)
    if let place = places[table.rawValue][name] { return place }
    names.append((table, text))
    places[table.rawValue][name] = names.count - 1
    return names.count - 1
  }

  /// Gives up what only finding places needs.
  mutating func seal() { places = [] }

  /// Makes anew what only finding places needs.
  mutating func unseal() {
    places = Table.allCases.map { _ in [:] }
    for (place, name) in names.enumerated() {
      places[name.table.rawValue][ByteText(text: name.text)] = place
    }
  }
}
