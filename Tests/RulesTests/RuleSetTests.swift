import Glibc
import Model
import Tables
import Testing

@testable import Rules

@Suite struct RuleSetTests {
  static let root = String(#filePath.dropLast("/Tests/RulesTests/RuleSetTests.swift".count))

  /// A warning of `unit_rules.csv`, with a message and no note.
  private static func row(_ fields: String) -> String { fields + ",warning,why," }

  private static func indicator(_ patterns: String) -> String {
    "XX.1,Mật độ,Density,measure,,up,\(patterns),,,,,nguồn,"
  }

  /// A copy of the project's tables in which one line of one table is replaced, or added.
  private func broken(_ table: String, line: Int?, by text: String) throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    let names = try #require(listing(Self.root + "/Pipelines/rules"))
    for name in names {
      let path = Self.root + "/Pipelines/rules/" + name
      var bytes = try #require(try InputFile(path: path).readAll())
      if name == table + ".csv" {
        var lines = String(decoding: bytes, as: UTF8.self).split(
          separator: "\n", omittingEmptySubsequences: false)
        if let line {
          lines[line - 1] = Substring(text)
        } else {
          lines.insert(Substring(text), at: lines.count - 1)
        }
        bytes = Array(lines.joined(separator: "\n").utf8)
      }
      #expect(folder.write(bytes, to: name))
    }
    return folder
  }

  private func listing(_ folder: String) -> [String]? {
    guard let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".csv") { names.append(name) }
    }
    return names
  }

  @Test func provincesAreCountedBeforeAndAfterTheirReorganisation() throws {
    let rules = try RuleSet(folder: Self.root + "/Pipelines/rules")
    #expect(rules.provinceCounts == [ExactDecimal(63), ExactDecimal(34)])
  }

  @Test func anotherProvinceOfTodayCounts() throws {
    let folder = try broken(
      "places", line: nil, by: "VN-99,Mẫu,Tỉnh Mẫu,province,2025-07-01,,99,made for this test")
    let rules = try RuleSet(folder: folder.path)
    #expect(rules.provinceCounts == [ExactDecimal(63), ExactDecimal(35)])
  }

  @Test func theProjectsTablesAreRight() throws {
    let rules = try RuleSet(folder: Self.root + "/Pipelines/rules")
    #expect(rules.units.count > 200)
    #expect(rules.digest == (try RuleSet.digest(folder: Self.root + "/Pipelines/rules")))
    #expect(rules.digest.count == 64)
    // The digest is that of all that is read, and each file is there once.
    #expect(Set(rules.tables.keys).union([Communes.table]) == Set(RuleSet.tableNames))
    #expect(Set(RuleSet.tableNames).count == RuleSet.tableNames.count)
  }

  @Test(
    arguments: [
      ("scales", nil, "mega,sáu,word,", "scales.csv:", ":2: 'sáu' is no whole number"),
      ("scales", 1, "word,power,shape,note", "scales.csv:1:", "form"),
      ("units", nil, "thùng lớn,weight,x,0,unit,", "units.csv:", ":2: 'weight' is none of: money"),
      ("units", nil, "đồng,money,VND,0,unit,", "units.csv:", "'đồng' is empty or reads like"),
      ("compounds", nil, "đề án 06,", "compounds.csv:", "'đề án 06' has a number behind a space"),
      ("qualifiers", nil, "độ chừng,around,before,", "qualifiers.csv:", "'around' is none of"),
      ("place_spellings", nil, "Atlantis,XX-99,", "place_spellings.csv:", "no place has the code"),
      ("shapes", nil, "bad,number,,,,reference,(a,", "shapes.csv:", ":7: "),
      ("shapes", nil, "bad,number,,10,,reference,a,", ":4: ", "'10' is neither a digit nor +"),
      ("shapes", nil, "bad,number,,,capitals,reference,a,", ":5: ", "'capitals' is none of"),
      ("shapes", nil, "bad,chunk,x,1,,reference,a,", ":4: ", "are for the anchor 'number'"),
      (
        "first_years", nil, "cúm lạ,20,", ":2: ", "20 is no year of news; write it with four digits"
      ),
      ("changes", nil, "vọt,increase", "changes.csv:", "fields"),
      (
        "unit_rules", 2, row("new,count,sao chổi,,any,,,,,,value,0,,,"), ":2:3",
        "no unit 'sao chổi'"
      ),
      (
        "unit_rules", 2, row("new,count,,,any,,,,,,value,9,1,,"), ":2:13",
        "1 is below the lowest, 9"
      ),
      (
        "unit_rules", 2, row("new,count,,,any,,(a,,,,value,0,,,"), ":2:7",
        "at byte 2 of the pattern"
      ),
      (
        "unit_rules", 2, row("new,count,,,any,,,,,[a,value,0,,,"), ":2:10", "of the pattern"
      ),
      ("unit_rules", 2, row("new,count,,XX.1,any,,,,,,value,0,,,"), ":2:4", "no indicator"),
      ("unit_rules", 2, row("new,count,,,any,,,,,,value,,,,"), ":2:12", "checks nothing"),
      ("unit_rules", nil, row("year-plausible,any,,,any,,,,,,year,7,,,"), ":1: ", "stands twice"),
      ("unit_rules", nil, row("new,money,,,any,,,,,,value,0,,,"), ":2: ", "the same as 'money-pos"),
      ("relation_cues", nil, "Trong đó,parts,", ":1: ", "stands twice"),
      ("relation_cues", nil, "rồi thì,sum,", ":2: ", "'sum' is none of"),
      ("unit_conversions", nil, "t,kg,1000,", ":1: ", "stands twice"),
      ("unit_conversions", nil, "kg,g,1000,", ":1: ", "is a base too"),
      ("place_limits", nil, "XX-1,1,memory,1,1,", ":1: ", "no place has the code"),
      ("place_limits", 3, "VN-01,1,guess,1,1,", ":3:3", "'guess' is none of: memory, published"),
      ("place_limits", 3, "VN-01,1,published,1,1,", ":3:6", "say which publication"),
      (
        "unit_rules", 2, "new,measure,har,,any,,,,,,area,,1,,,error,why,", ":2:16",
        "an error needs published areas"
      ),
      ("indicators", 2, indicator("mật độ | | mật số"), ":2:7", "an alternative is empty"),
      ("indicators", 2, indicator("mật độ |"), ":2:7", "an alternative is empty"),
      ("indicators", 2, indicator(""), ":2:7", "an alternative is empty"),
      ("indicators", 2, indicator("mật … | số"), ":2:7", "'mật …' has no words"),
      (
        "indicators", 2, "XX.1,Mật độ,Density,measure,,up,mật độ,dân | ,,,,nguồn,", ":2:8",
        "a phrase is empty"
      ),
      ("contrasts", nil, "không hề,refused,", "contrasts.csv:", "'refused' is none of"),
      ("word_lists", nil, "step,lên,", "word_lists.csv:", "'lên' stands in this list already"),
      ("word_lists", nil, "steps,vọt,", "word_lists.csv:", ":1: 'steps' is none of"),
      ("word_lists", nil, "step,vọt lên,", "word_lists.csv:", ":2: 'vọt lên' is not one word"),
    ] as [(String, Int?, String, String, String)])
  func aWrongRowIsNamedByFileLineAndColumn(
    _ table: String, _ line: Int?, _ text: String, _ place: String, _ message: String
  ) throws {
    let folder = try broken(table, line: line, by: text)
    let error = #expect(throws: TableError.self) { try RuleSet(folder: folder.path) }
    let description = error.map { "\($0)" } ?? ""
    #expect(description.contains(place))
    #expect(description.contains(message), "\(description)")
  }

  @Test func everyChangeOfARowChangesTheDigest() throws {
    let before = try RuleSet(folder: Self.root + "/Pipelines/rules").digest
    let folder = try broken("scales", line: nil, by: "mega,6,word,new")
    #expect(try RuleSet(folder: folder.path).digest != before)
  }
}
