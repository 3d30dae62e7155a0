import Testing
import YAML

@Suite("YAML")
struct YAMLTests {
  private static func read(_ text: String) throws -> YAMLNode? { try YAMLNode(reading: text) }

  private func problem(_ text: String) -> String? {
    do throws(YAMLError) {
      _ = try YAMLNode(reading: text)
      return nil
    } catch { return "\(error)" }
  }

  @Test("is read with its order, its styles and its places")
  func read() throws {
    let node = try #require(
      try Self.read("tên: số liệu\n# chú thích\nlist: [1, \"2\"]\ntext: |\n  a\n  b\nnone: ~\n"))
    let members = try #require(node.members)
    #expect(members.map(\.key.text) == ["tên", "list", "text", "none"])
    #expect(members.map { $0.key.mark?.description } == ["1:1", "3:1", "4:1", "7:1"])
    #expect(members[0].value.text == "số liệu")
    #expect(members[0].value.mark?.description == "1:6")
    let elements = try #require(members[1].value.elements)
    #expect(elements.map(\.content) == [.scalar("1", .plain), .scalar("2", .quoted)])
    #expect(members[2].value.content == .scalar("a\nb\n", .block))
    #expect(members.map(\.value.isNull) == [false, false, false, true])
  }

  @Test("is none where there is nothing but space and comments", arguments: ["", "\n \n", "# x\n"])
  func nothing(text: String) throws { #expect(try Self.read(text) == nil) }

  @Test("takes an alias for what it names")
  func alias() throws {
    let members = try #require(try Self.read("a: &x [1]\nb: *x\n")?.members)
    #expect(members[1].value.content == members[0].value.content)
    #expect(members[1].value.mark?.description == "2:4")
  }

  @Test(
    "says what is wrong, and where",
    arguments: [
      ("a: 1\nb: 2\na: 3\n", "3:1: a stands twice; remove one of them"),
      ("a: 1\n\"a\": 3\n", "2:1: a stands twice; remove one of them"),
      ("a: *x\n", "1:4: '*x' names nothing that stands before it"),
      // What names itself has no end.
      ("a: &x [*x]\n", "1:8: '*x' names nothing that stands before it"),
      ("a: 1\n---\nb: 2\n", "2:1: a second document begins here; keep one"),
      (
        "a: [1\nb: 2\n",
        "2:2: did not find expected ',' or ']'; correct the YAML there"
      ),
      (
        "a:\t- 1\n\t- 2\n",
        "1:4: block sequence entries are not allowed in this context; correct the YAML there"
      ),
      (
        "a: \u{1}\n", "control characters are not allowed at byte 3; save the file as UTF-8"
      ),
    ])
  func broken(text: String, expected: String) { #expect(problem(text) == expected) }

  @Test("that is nested without end takes no more of the stack")
  func deep() {
    let text = String(repeating: "[", count: 5_000)
    #expect(problem(text)?.hasPrefix("1:201: stands deeper than 200 levels") == true)
  }

  @Test(
    "is written so that it reads as the text it was",
    arguments: [
      "số liệu", "13 ha", "2023", "-1.5", "2026-11-28", "1:30", "yes", "No", "null", "", "0x1F",
      ".5",
      "a: b", "# a", "'", "a\nb", "* x", "%", "1e3", "true story", "...", "-",
    ])
  func texts(text: String) throws {
    let written = try YAMLNode([(name: text, value: YAMLNode([YAMLNode(text: text)]))])
      .written(width: 80)
    let member = try #require(try Self.read(written)?.members?.first)
    #expect(member.key.text == text)
    #expect(member.value.elements?.first?.text == text)
  }

  @Test(
    "has quotes where another reader would see no text",
    arguments: [
      ("2023", "'2023'\n"), ("no", "'no'\n"), ("1.5", "'1.5'\n"), ("2026-11-28", "'2026-11-28'\n"),
      ("13 ha", "13 ha\n"), ("VN-31", "VN-31\n"), ("nothing", "nothing\n"),
    ])
  func quotes(text: String, expected: String) throws {
    #expect(try YAMLNode(text: text).written(width: 80) == expected)
  }

  @Test("is written in the order it has, folded at its width, its blocks line for line")
  func written() throws {
    let node = YAMLNode([
      (name: "b", value: YAMLNode(text: "một hai ba bốn năm")),
      (name: "a", value: YAMLNode(.scalar("SELECT 1\nFROM x", .block))),
      (name: "c", value: YAMLNode([YAMLNode(.scalar("true", .plain))])),
    ])
    #expect(
      try node.written(width: 12)
        == "b: một hai ba\n  bốn năm\na: |-\n  SELECT 1\n  FROM x\nc:\n- true\n")
  }
}
