import Glibc
import Tables
import Testing

private func table(_ text: String, ignoringOthers: Bool = false) throws(TableError) -> Table {
  try Table.read(
    bytes: Array(text.utf8), path: "rules/units.csv", columns: ["unit", "code"],
    optional: ["note"], ignoringOthers: ignoringOthers)
}

@Suite struct TableTests {
  @Test func readsRows() throws {
    let table = try table("unit,code,note\ntấn,t,\n\"a\nb\",\"x\"\"y\",n\ntạ,dt,\n")
    #expect(table.header == ["unit", "code", "note"])
    #expect(table.rows.map(\.line) == [2, 3, 5])
    #expect(table.rows.map { $0["unit"] } == ["tấn", "a\nb", "tạ"])
    #expect(table.rows[1]["code"] == "x\"y")
  }

  @Test(arguments: ["code,unit\r\nt,tấn\r\n", "\u{FEFF}unit,code\ntấn,t", "unit,code\ntấn,t\n"])
  func acceptsOrderMarkAndLineEnds(text: String) throws {
    let row = try #require(try table(text).rows.first)
    #expect(row["unit"] == "tấn")
    #expect(row["code"] == "t")
    #expect(row["note"] == "")
  }

  @Test func aHeaderAloneIsATable() throws {
    #expect(try table("unit,code\n").rows.isEmpty)
  }

  @Test(arguments: [
    ("", "rules/units.csv: is empty"),
    ("unit\n", "rules/units.csv:1:2: column 'code' is missing"),
    ("unit,code,prise\n", "rules/units.csv:1:3: unknown column 'prise'"),
    ("unit,code,unit\n", "rules/units.csv:1:3: column 'unit' stands twice"),
    ("unit,code\na\n", "rules/units.csv:2:2: the row has 1 fields, the header 2"),
    ("unit,code\na,b,c\n", "rules/units.csv:2:3: the row has 3 fields, the header 2"),
    ("unit,code\n\na,b\n", "rules/units.csv:2:1: the line is blank"),
    ("unit,code\na,b\n\n", "rules/units.csv:3:1: the line is blank"),
    ("unit,code\na,b\"c\n", "rules/units.csv:2:2: a quote stands inside a field"),
    ("unit,code\na,\"b\nc,d\n", "rules/units.csv:2:2: a quote is opened and never closed"),
    ("unit,code\na,b\u{0}\n", "rules/units.csv:2:2: the field holds a NUL byte"),
  ])
  func refuses(text: String, message: String) {
    let error = #expect(throws: TableError.self) { try table(text) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }

  @Test func refusesWhatIsNotUTF8() {
    let error = #expect(throws: TableError.self) {
      try Table.read(
        bytes: Array("unit\n".utf8) + [0xD0, 0x0A], path: "t.csv", columns: ["unit"])
    }
    #expect(error?.description.hasPrefix("t.csv:2:1: the field is not UTF-8") == true)
  }

  @Test func refusesACharacterThatACommaParts() {
    let error = #expect(throws: TableError.self) {
      try Table.read(
        bytes: Array("unit,code\n".utf8) + [0x61, 0xC3, 0x2C, 0xA9, 0x0A], path: "t.csv",
        columns: ["unit", "code"])
    }
    #expect(error?.description.hasPrefix("t.csv:2:1: the field is not UTF-8") == true)
  }

  @Test func passesOverOtherColumnsOnRequest() throws {
    let table = try table("x,unit,x,code\n1,tấn,2,t\n", ignoringOthers: true)
    #expect(table.rows.first?["unit"] == "tấn")
  }

  @Test func aRowMakesErrorsWithItsPlace() throws {
    let row = try #require(try table("code,unit\nt,tấn\n").rows.first)
    #expect(row.error("unit", "is odd").description == "rules/units.csv:2:2: is odd")
    #expect(row.error("note", "is odd").description == "rules/units.csv:2: is odd")
  }

  @Test func readsFromAFile() throws {
    let path = "/tmp/solieu-table-\(getpid()).csv"
    let file = try #require(fopen(path, "w"))
    fputs("unit,code\ntấn,t\n", file)
    fclose(file)
    defer { unlink(path) }
    #expect(try Table.read(path: path, columns: ["unit", "code"]).rows.count == 1)
  }

  @Test(arguments: [("/nowhere/x.csv", "No such file"), ("/tmp", "Is a directory")])
  func namesWhatTheSystemSays(path: String, reason: String) {
    let error = #expect(throws: TableError.self) { try Table.read(path: path, columns: []) }
    #expect(error?.description.hasPrefix("\(path): cannot be read: \(reason)") == true)
  }
}
