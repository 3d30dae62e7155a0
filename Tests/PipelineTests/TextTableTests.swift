import Glibc
import Testing
import Warehouse

@testable import Pipeline

@Suite("Tables for people")
struct TextTableTests {
  @Test(
    "texts are as wide as a terminal shows them",
    arguments: [
      ("tỷ đồng", 7), ("ty\u{309} đo\u{302}\u{300}ng", 7), ("数字", 4), ("한국", 4),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("ｱ", 1), ("Ａ", 2), ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2),
      ("🇻🇳", 2), ("❤", 1), ("❤️", 2), ("1️⃣", 2), ("₫", 1), ("…", 1), ("\u{200B}", 0), ("a\u{AD}b", 2),
    ])
  func widths(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test(
    "are cut between what people see as signs", arguments: [(6, "tỷ đo\u{302}\u{300}…"), (1, "…")])
  func cut(columns: Int, shown: String) {
    #expect(DisplayWidth.cut("tỷ đo\u{302}\u{300}ng", to: columns).utf8.elementsEqual(shown.utf8))
    #expect(DisplayWidth.cut("数字数字", to: 6) == "数字…")
    #expect(DisplayWidth.cut("数字", to: 4) == "数字")
  }

  @Test("nothing in a cell does anything to the terminal")
  func visible() {
    #expect("a\r\nb\nc\u{2028}d\te".visible == "a⏎b⏎c⏎d e")
    #expect("\u{1B}[31mđỏ\u{7}\u{9B}\u{202E}x\u{7F}".visible == "␛[31mđỏ␇\u{FFFD}\u{FFFD}x␡")
  }

  private func written(
    _ rows: [[SQLValue]], _ columns: [String], width: Int?, isColored: Bool = false
  ) throws -> [String] {
    var rows = rows[...]
    let path = Site().folder + ".txt"
    defer { unlink(path) }
    let writer = RowWriter(format: .table, width: width, isColored: isColored)
    try Output.replacing(path) { try writer.write(columns: columns, to: $0) { rows.popFirst() } }
    return String(decoding: try Site.bytes(path), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }

  private static let rows: [[SQLValue]] = [
    [.text("Thu ngân sách chín tháng của cả nước"), .text("1700900000000000"), .integer(9)],
    [.text("数字数字数字数字数字数字"), .text("-3.5"), .null],
  ]
  private static let names = ["subject", "value", "n"]

  @Test("long texts give way, numbers never")
  func fitted() throws {
    #expect(
      try written(Self.rows, Self.names, width: 36) == [
        "subject                     value  n", "───────────────  ────────────────  ─",
        "Thu ngân sách …  1700900000000000  9", "数字数字数字数…              -3.5   ", "2 rows",
      ])
    #expect(
      try written(Self.rows, Self.names, width: nil)[2].hasPrefix("Thu ngân sách chín tháng của"))
  }

  @Test("every line of a table fits its width", arguments: 29...80)
  func fits(width: Int) throws {
    for line in try written(Self.rows, Self.names, width: width).dropLast() {
      #expect(DisplayWidth.of(line) <= width)
    }
  }

  @Test("without room each row goes from top to bottom, nothing cut")
  func records() throws {
    #expect(
      try written([Self.rows[0]], Self.names, width: 20) == [
        "── row 1 ──────────────────────",
        "subject  Thu ngân sách chín tháng của cả nước", "value    1700900000000000", "n        9",
        "1 row",
      ])
  }

  @Test("the head is told from the rows by colour where wanted")
  func colored() throws {
    let lines = try written([[.integer(1)]], ["n"], width: 80, isColored: true)
    #expect(lines == ["\u{1B}[1mn\u{1B}[0m", "\u{1B}[2m─\u{1B}[0m", "1", "1 row"])
  }

  @Test("more rows than are measured are written all the same")
  func many() throws {
    var number = 0
    let path = Site().folder + ".txt"
    defer { unlink(path) }
    try Output.replacing(path) { output in
      try RowWriter(format: .table).write(columns: ["n"], to: output) {
        number += 1
        return number > RowWriter.rowsMeasured + 5 ? nil : [.integer(number)]
      }
    }
    let text = String(decoding: try Site.bytes(path), as: UTF8.self)
    #expect(text.hasSuffix("10005\n10,005 rows\n"))
  }

  @Test("an object of JSON has each key once")
  func unique() {
    #expect(RowWriter.unique(["n", "n", "n_2", "n"]) == ["n", "n_3", "n_2", "n_4"])
  }

  @Test("a file is replaced when all is written, and left when something fails")
  func replaced() throws {
    let site = Site()
    let path = try site.write("out.csv", "old")
    #expect(throws: PipelineError.self) {
      try Output.replacing(path) { output in
        try output.write("new")
        throw PipelineError("x")
      }
    }
    #expect(try Site.bytes(path) == Array("old".utf8))
    try Output.replacing(path) { try $0.write("new") }
    #expect(try Site.bytes(path) == Array("new".utf8))
    #expect(Site.names(site.raw) == ["out.csv"])
    let error = #expect(throws: PipelineError.self) {
      try Output.replacing("\(site.raw)/none/out.csv") { _ in }
    }
    #expect(error?.description.hasPrefix("\(site.raw)/none/out.csv: cannot be made: ") == true)
    try Output.replacing("/dev/null") { try $0.write("new") }
  }

  @Test(
    "a format goes by the ending of a file's name",
    arguments: [
      ("a.csv", TableFormat.csv), ("a.JSON", .json), ("a.b/c.ndjson", .jsonl), ("a.md", .markdown),
    ])
  func ending(path: String, format: TableFormat) {
    #expect(TableFormat(path: path) == format)
    #expect(TableFormat(path: "a") == nil)
  }
}
