import Glibc
import Lexing
import Rules
import Testing

@Suite struct CommunesTests {
  static let header = "gso_code,name,kind,province_code,valid_from,valid_to"

  private let folder = TemporaryFolder()

  private func communes(_ table: String) throws -> Communes {
    #expect(folder.write(Array(table.utf8), to: "communes.csv"))
    return Communes(folder: folder.path)
  }

  @Test("The rows of a name are found, in the order of the table", arguments: ["\n", "\r\n"])
  func named(lineEnd: String) throws {
    let table = [
      Self.header, "1,Bình Minh,xã,VN-33,,2025-06-30", "2,Tân Lập,xã,VN-34,,",
      "3,Bình Minh,phường,VN-39,2025-07-01,", "4,Ia Hdreh,xã,VN-30,,",
    ]
    for end in ["", lineEnd] {
      let communes = try communes(table.joined(separator: lineEnd) + end)
      #expect(communes.named(PhraseKey("BÌNH MINH")).map(\.provinceCode) == ["VN-33", "VN-39"])
      #expect(communes.named(PhraseKey("Bình Minh")).map(\.validTo) == ["2025-06-30", ""])
      #expect(communes.named(PhraseKey("Ia Hdreh")).map(\.name) == ["Ia Hdreh"])
      #expect(communes.named(PhraseKey("Bình")).isEmpty)
      #expect(communes.named(PhraseKey("name")).isEmpty)
    }
  }

  @Test func quotedFieldsAndOtherOrdersOfColumns() throws {
    let communes = try communes(
      "name,kind,gso_code,valid_to,valid_from,province_code,note\n"
        + "Tân Lập,xã,2,,,VN-34,\"here, and there\"\n\"An \"\"Mới\"\"\",xã,5,,,VN-35,\n")
    #expect(communes.named(PhraseKey("Tân Lập")).map(\.provinceCode) == ["VN-34"])
    #expect(communes.named(PhraseKey("An \"Mới\"")).map(\.provinceCode) == ["VN-35"])
  }

  @Test("A row that is not as it must be hides none of another name")
  func brokenRows() throws {
    let communes = try communes(Self.header + "\n1,Tân Lập,xã\n\n2,Bình Minh,xã,VN-33,,\n")
    #expect(communes.named(PhraseKey("Tân Lập")).isEmpty)
    #expect(communes.named(PhraseKey("Bình Minh")).map(\.provinceCode) == ["VN-33"])
    #expect(throws: (any Error).self) { try communes.read() }
  }

  @Test func missingTable() {
    #expect(Communes(folder: "/tmp/solieu-no-such-folder").named(PhraseKey("Tân Lập")).isEmpty)
  }

  @Test("The project's table: by name as read whole")
  func projectTable() throws {
    let communes = Communes(folder: RuleSetTests.root + "/Pipelines/rules")
    let all = Dictionary(grouping: try communes.read()) { PhraseKey($0.name) }
    #expect(all.count > 5000)
    for (name, rows) in all { #expect(communes.named(name) == rows) }
  }
}
