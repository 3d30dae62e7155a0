import Tables
import Warehouse

/// CSV that says all that its reader must know with the types at hand: null is nothing between the
/// commas, an empty text two quotes; days and moments are ISO 8601, booleans `true` and `false`,
/// exact decimals all their digits.
struct TypedCSV {
  private var writer = CSVWriter(quotesEmptyText: true)
  private let output: Output

  init(to output: Output) { self.output = output }

  mutating func head(_ names: [String]) throws {
    writer.row(names)
    try flush()
  }

  mutating func row(_ values: [SQLValue], _ types: [ColumnType]) throws {
    for (value, type) in zip(values, types) { field(value, type) }
    writer.endRow()
    try flush()
  }

  private mutating func field(_ value: SQLValue, _ type: ColumnType) {
    switch (type, value) {
    case (_, .null): writer.emptyField()
    case (.boolean, .integer(let value)): writer.plainField(value == 0 ? "false" : "true")
    case (.text, _): writer.field(value.description)
    // Where a table says nothing by an empty text, such as “always” by no first day.
    case (_, .text("")): writer.emptyField()
    default: writer.plainField(value.description)
    }
  }

  private mutating func flush() throws {
    try output.write(writer.bytes)
    writer.removeAll()
  }
}
