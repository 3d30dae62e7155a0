import Model
import Rules
import Tables
import Testing

@Suite struct PlaceLimitTests {
  private static let folder = RuleSetTests.root + "/Pipelines/rules"
  /// The last day before the districts went and the provinces were merged.
  private static let lastDay = "2025-06-30"

  /// How many rows of a table were valid on the last day, by province.
  private func counts(_ table: String) throws -> [String: Int] {
    let rows = try Table.read(
      path: "\(Self.folder)/\(table).csv", columns: ["province_code", "valid_from", "valid_to"],
      ignoringOthers: true
    ).rows
    var counts: [String: Int] = [:]
    for row in rows where row["valid_from"] <= Self.lastDay {
      guard row["valid_to"].isEmpty || row["valid_to"] >= Self.lastDay else { continue }
      counts[row["province_code"], default: 0] += 1
    }
    return counts
  }

  /// A place has no more than what it and the provinces merged with it had.
  @Test func theCountsAreThoseOfTheTables() throws {
    let rules = try RuleSet(folder: Self.folder)
    let communes = try counts("communes")
    let districts = try counts("districts")
    let merged = Dictionary(grouping: rules.placeMerges, by: \.newCode)
    #expect(rules.placeLimits.count == communes.count + 1)
    for limit in rules.placeLimits {
      let now = rules.placeMerges.first { $0.oldCode == limit.code }?.newCode
      let provinces = now.flatMap { merged[$0] } ?? rules.placeMerges
      #expect(now != nil || limit.code == "VN", "\(limit.code)")
      func sum(_ counts: [String: Int]) -> String {
        "\(provinces.reduce(0) { $0 + (counts[$1.oldCode] ?? 0) })"
      }
      #expect(limit.communes.description == sum(communes), "\(limit.code)")
      #expect(limit.districts.description == sum(districts), "\(limit.code)")
    }
  }

  /// The areas of provinces merged are one, and those of all are about the nation's.
  @Test func theAreasAgreeWithEachOther() throws {
    let rules = try RuleSet(folder: Self.folder)
    let areas = Dictionary(uniqueKeysWithValues: rules.placeLimits.map { ($0.code, $0.area) })
    for merge in rules.placeMerges {
      #expect(areas[merge.oldCode] == areas[merge.newCode], "\(merge.oldCode)")
    }
    let nation = try #require(areas["VN"])
    var sum = ExactDecimal.zero
    for code in Set(rules.placeMerges.map(\.newCode)) {
      sum = try sum.adding(try #require(areas[code]))
    }
    let most = try nation.multiplied(by: ExactDecimal(101))
    let least = try nation.multiplied(by: ExactDecimal(99))
    #expect(sum.scaled(byPowerOfTen: 2) < most)
    #expect(sum.scaled(byPowerOfTen: 2) > least)
  }

  @Test func areasFromMemoryRejectNothing() throws {
    let rules = try RuleSet(folder: Self.folder)
    #expect(rules.placeLimits.contains { $0.areaBasis == .memory })
    let measuring = rules.unitRules.filter { $0.measured == .area }
    #expect(!measuring.isEmpty)
    #expect(measuring.allSatisfy { $0.severity != .error })
  }
}
