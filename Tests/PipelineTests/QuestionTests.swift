import Glibc
import Model
import Rules
import Testing
import Warehouse

@testable import Pipeline

@Suite("Questions to the warehouse")
struct QuestionTests {
  private func text(_ format: TableFormat, safe: Bool = false) throws -> String {
    let site = Site()
    let path = site.folder + "/out"
    let descriptor = open(path, O_WRONLY | O_CREAT, 0o644)
    defer { close(descriptor) }
    var rows: [[SQLValue]] = [
      [.text("tỷ lệ"), .integer(7)], [.text("=a,b"), .real(1.5)],
      [.text("Thu\u{301}y | 数"), .null],
    ]
    try RowWriter(format: format, isSafe: safe).write(
      columns: ["name", "n"], to: Output(descriptor: descriptor)
    ) {
      rows.isEmpty ? nil : rows.removeFirst()
    }
    return String(decoding: try Site.bytes(path), as: UTF8.self)
  }

  @Test("are answered in five formats")
  func formats() throws {
    #expect(try text(.csv) == "name,n\ntỷ lệ,7\n\"=a,b\",1.5\nThu\u{301}y | 数,\n")
    #expect(
      try text(.csv, safe: true)
        == "name,n\ntỷ lệ,7\n\"'=a,b\",1.5\nThu\u{301}y | 数,\n")
    #expect(
      try text(.jsonl).split(separator: "\n").first == "{\"name\":\"tỷ lệ\",\"n\":7}")
    #expect(try text(.json).hasSuffix("\"n\":null}\n]\n"))
    #expect(try text(.markdown).contains("| Thu\u{301}y \\| 数 |  |\n"))
    #expect(
      try text(.table)
        == """
        name         n
        ─────────  ───
        tỷ lệ        7
        =a,b       1.5
        Thu\u{301}y | 数     \n3 rows\n
        """)
  }

  @Test("a figure is explained with its sentence and its run")
  func explain() throws {
    let site = Site()
    try site.write("a.txt", "Mở đầu. TP. HCM đạt doanh thu 5 tỷ đồng trong năm 2023. Hết 3%.\n")
    try site.run()
    let figure = try #require(
      try site.rows("SELECT figure_id FROM figures WHERE kind = 'money'").first)
    let queries = try CannedQuery.load(folder: Site.root.queries)
    let explanation = try Explanation(
      figure: figure, in: site.open(), queries: queries, rules: Site.rules.get(),
      encodings: Site.root.rules)
    let text = explanation.text(isColored: false)
    #expect(text.hasPrefix("TP. HCM đạt doanh thu [[5 tỷ đồng]] trong năm 2023.\n"))
    #expect(text.contains("program_version      0.1.0\n"))
    #expect(text.contains("encoding             utf-8\n"))
    // "Mở đầu. TP. HCM đạt doanh thu " has 38 bytes, the quote 14.
    #expect(text.contains("raw_start            38\nraw_end              52\n"))
    #expect(text.contains("units:tỷ đồng") || text.contains("units:đồng"))
    #expect(text.contains("units.csv:"))
    #expect(text.contains("place_spellings:TP. HCM"))
    #expect(throws: PipelineError.self) {
      try Explanation(
        figure: "0000000000000000", in: site.open(), queries: queries, rules: Site.rules.get(),
        encodings: Site.root.rules)
    }
  }

  @Test(
    "a figure of a CSV file leads to its bytes in the file, in whatever encoding it is",
    arguments: ["utf-8", "utf-16le", "windows-1258"])
  func rawBytes(encoding: String) throws {
    let site = Site()
    let text =
      "id,text\na,\"Thu 5 kg muối. Xã An Bình nộp \"\"đủ\"\" 35 tỷ đồng tiền thuế.\"\n"
      + "b,Có 7 xã.\n"
    let units = Array(text.utf16)
    let path =
      switch encoding {
      case "utf-16le":
        try site.write(
          "a.csv", [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
      case "windows-1258":
        // The letters of the text beyond ASCII, with the tone behind.
        try site.write(
          "a.csv",
          [
            ("muối", [0x6D, 0x75, 0xF4, 0xEC, 0x69]), ("Xã", [0x58, 0x61, 0xDE]),
            ("Bình", [0x42, 0x69, 0xCC, 0x6E, 0x68]), ("nộp", [0x6E, 0xF4, 0xF2, 0x70]),
            ("đủ", [0xF0, 0x75, 0xD2]), ("tỷ", [0x74, 0x79, 0xD2]),
            ("đồng", [0xF0, 0xF4, 0xCC, 0x6E, 0x67]), ("tiền", [0x74, 0x69, 0xEA, 0xCC, 0x6E]),
            ("thuế", [0x74, 0x68, 0x75, 0xEA, 0xEC]), ("Có", [0x43, 0x6F, 0xEC]),
            ("xã", [0x78, 0x61, 0xDE]),
          ].reduce(Array(text.utf8)) { bytes, word in
            bytes.replacing(Array(word.0.utf8), with: word.1 as [UInt8])
          })
      default: try site.write("a.csv", text)
      }
    try site.run()
    #expect(
      try site.rows("SELECT DISTINCT encoding FROM documents") == [encoding], "\(encoding)")
    let figure = try #require(
      try site.rows("SELECT figure_id FROM figures WHERE kind = 'money'").first)
    let explanation = try Explanation(
      figure: figure, in: site.open(), queries: CannedQuery.load(folder: Site.root.queries),
      rules: Site.rules.get(), encodings: Site.root.rules)
    let lines = explanation.text(isColored: false).split(separator: "\n")
    func number(_ name: String) throws -> Int {
      let line = try #require(lines.first { $0.hasPrefix(name) }, "\(name)")
      return try #require(Int(line.split(separator: " ").last ?? ""))
    }
    let raw = try Array(Site.bytes(path)[number("raw_start")..<number("raw_end")])
    #expect(raw.starts(with: encoding == "utf-16le" ? [0x33, 0, 0x35, 0] : Array("35 t".utf8)))
    #expect(raw.last == (encoding == "utf-16le" ? 0 : UInt8(ascii: "g")))
  }

  @Test("a figure of other rules is not explained by the present ones, and says so")
  func explainAfterAChange() throws {
    let site = Site()
    try site.write("a.txt", "Doanh thu 5 tỷ đồng.\n")
    try site.run()
    let folder = site.folder + "/rules"
    #expect(mkdir(folder, 0o755) == 0)
    for name in try #require(Site.names(Site.root.rules)) {
      var bytes = try Site.bytes(Site.root.rules + "/" + name)
      if name == "qualifiers.csv" { bytes += Array("chẵn cứng,at_least,before,\n".utf8) }
      bytes.withUnsafeBufferPointer { buffer in
        let file = open("\(folder)/\(name)", O_WRONLY | O_CREAT, 0o644)
        defer { close(file) }
        #expect(write(file, buffer.baseAddress, buffer.count) == buffer.count)
      }
    }
    let figure = try #require(try site.rows("SELECT figure_id FROM figures").first)
    let text = try Explanation(
      figure: figure, in: site.open(), queries: CannedQuery.load(folder: Site.root.queries),
      rules: RuleSet(folder: folder), encodings: Site.root.rules
    ).text(isColored: false)
    #expect(text.contains("the rules or the program have changed since the run"))
    #expect(text.contains("units:tỷ đồng") || text.contains("units:đồng"))
    #expect(!text.contains("units.csv:"))
  }

  @Test("a number is read as a whole or not at all")
  func numbers() throws {
    let rules = try Site.rules.get()
    #expect(try NumberText(" 1,2 triệu đồng ", rules: rules).description == "1200000 VND")
    #expect(try NumberText("38,25%", rules: rules).description == "38.25 %")
    // Decomposed, as some keyboards type.
    #expect(
      try NumberText("hai tra\u{306}m nghi\u{300}n \u{111}o\u{302}\u{300}ng", rules: rules)
        .description
        == "200000 VND")
    for text in ["đạt 38,25%", "", "5 5"] {
      #expect(throws: (any Error).self) { try NumberText(text, rules: rules) }
    }
  }

  @Test("every promise of a fresh warehouse is kept, and a broken rule table is named")
  func promises() throws {
    let site = Site()
    try site.addSamples()
    try site.run()
    let promises = try PromiseCheck(root: Site.root, warehouse: site.warehouse).run()
    #expect(promises.filter { $0.broken > 0 && $0.name != "examples" }.map(\.name) == [])
    #expect(PromiseCheck.text(promises).contains("ok      rules: "))
  }
}
