import Ingest
import Testing

@Suite struct WrapperTests {
  private static let lines = "{\"id\": \"a\", \"text\": \"Đạt 5 tỷ đồng.\"}\n{\"text\": \"b\"}\n"

  @Test(arguments: [Packing.Filter.gzip, .zstd, .xz, .bzip2, .lz4])
  func readsWhatIsCompressed(filter: Packing.Filter) {
    let folder = TemporaryFolder()
    let path = folder.write("a.jsonl.gz", Packing.compress(Self.lines, filter))
    folder.write("b.txt", Packing.compress("Tăng 5%.", filter))
    let documents = folder.documents()
    #expect(documents.map(\.string) == ["Đạt 5 tỷ đồng.", "b", "Tăng 5%."])
    #expect(documents.map(\.id) == ["a", "\(path)#2", "\(folder.path)/b.txt"])
    #expect(documents.map(\.record) == [1, 2, nil])
    #expect(folder.rejections().isEmpty)
  }

  @Test(arguments: [
    (Packing.Form.zip, Packing.Filter.none), (.tar, .none), (.tar, .gzip), (.tar, .zstd),
    (.zip, .gzip),
  ])
  func readsArchives(form: Packing.Form, filter: Packing.Filter) {
    let folder = TemporaryFolder()
    let inner = Packing.pack([("tin.txt", Array("Giảm 2%.".utf8))], as: .tar, .gzip)
    let path = folder.write(
      "a.pack",
      Packing.pack(
        [
          ("tin/Bản tin.txt", Array("Tăng 5%.".utf8)), ("a.jsonl", Array(Self.lines.utf8)),
          ("README.md", Array("x".utf8)), ("__MACOSX/._a.txt", Array("x".utf8)),
          ("../../b.txt", Array("b".utf8)), ("c.csv.gz", Packing.compress("text\nc\n", .gzip)),
          ("d.tgz", inner), ("e.bin", [1, 2, 3]),
        ], as: form, filter))
    let documents = folder.documents()
    #expect(
      documents.map(\.string) == ["Tăng 5%.", "Đạt 5 tỷ đồng.", "b", "b", "c", "Giảm 2%."])
    #expect(
      documents.map(\.id) == [
        "\(path)!/tin/Bản tin.txt", "a", "\(path)!/a.jsonl#2", "\(path)!/../../b.txt",
        "\(path)!/c.csv.gz#1", "\(path)!/d.tgz!/tin.txt",
      ])
    #expect(documents.map(\.record) == [1, 2, 3, 4, 5, 6])
    #expect(documents.allSatisfy { $0.path == path })
    let rejections = folder.rejections()
    #expect(rejections.count == 1)
    #expect(
      rejections.first?.hasPrefix("ingest:unknown-entry a.pack!/e.bin: has an unknown format")
        == true, "\(rejections)")
  }

  @Test(arguments: [Packing.Filter.gzip, .zstd, .xz, .bzip2])
  func keepsWhatStoodBeforeTheCut(filter: Packing.Filter) {
    let folder = TemporaryFolder()
    // Numbers that do not compress well, so that a cut lies far into the lines.
    var text = ""
    var state: UInt64 = 7
    for number in 1...(filter == .bzip2 ? 80_000 : 20_000) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += "{\"id\": \"\(number)\", \"text\": \"Đạt \(state) đồng.\"}\n"
    }
    let packed = Packing.compress(text, filter)
    folder.write("a.jsonl.x", Array(packed.prefix(packed.count / 2)))
    let documents = folder.documents("a.jsonl.x")
    // Only a block that is cut is lost, and blocks of bzip2 have up to 900 kB.
    let least = filter == .gzip ? 9000 : filter == .bzip2 ? 20_000 : 7000
    #expect(documents.count > least, "\(documents.count)")
    #expect(documents.count < (filter == .bzip2 ? 44_000 : 11_000))
    let rejections = folder.rejections("a.jsonl.x")
    #expect(rejections.count == 1)
    #expect(
      rejections.first?.hasPrefix("ingest:compressed a.jsonl.x: ") == true, "\(rejections)")
    #expect(rejections.first?.contains("at byte \(packed.count / 2), after ") == true)
    #expect(
      rejections.first?.hasSuffix("; record \(documents.count + 1) and those after it are lost")
        == true, "\(rejections)")
  }

  @Test func readsMembersOneAfterTheOther() {
    let folder = TemporaryFolder()
    folder.write(
      "a.jsonl.gz",
      Packing.compress("{\"text\": \"a\"}\n", .gzip)
        + Packing.compress("{\"text\": \"b\"}\n", .gzip)
        + [0, 0, 0])
    #expect(folder.documents().map(\.string) == ["a", "b"])
    #expect(folder.rejections().isEmpty)
  }

  @Test func noticesABitThatFell() {
    let folder = TemporaryFolder()
    var packed = Packing.compress("Tăng 5% so với năm 2023, đạt 1.200 tỷ đồng.", .gzip)
    packed[packed.count - 5] ^= 1
    folder.write("a.txt.gz", packed)
    #expect(folder.documents().isEmpty)
    #expect(
      folder.rejections().first?.hasPrefix("ingest:compressed a.txt.gz: the gzip data is") == true)
  }

  @Test func stopsAtABomb() {
    let folder = TemporaryFolder()
    let zeros = [UInt8](repeating: UInt8(ascii: " "), count: 80 << 20)
    folder.write("a.txt.gz", Packing.compress(zeros, .gzip))
    let zip = Packing.pack(
      [("a.txt", Array("x".utf8)), ("b.txt", zeros), ("c.txt", Array("y".utf8))], as: .zip)
    folder.write("b.zip", zip)
    #expect(folder.documents().map(\.string) == ["x", "y"])
    let rejections = folder.rejections()
    #expect(
      rejections.map { $0.prefix(46) } == [
        "ingest:bomb a.txt.gz: unpacks to more than 500",
        "ingest:bomb b.zip!/b.txt: unpacks to more than",
      ])
    #expect(rejections.last?.contains("; it begins before byte ") == true)
  }

  @Test func keepsToTheLimits() {
    let folder = TemporaryFolder()
    let files = (1...5).map { ("\($0).txt", Array("abcdefghij \($0)".utf8)) }
    let path = folder.write("a.zip", Packing.pack(files, as: .zip))
    func read(_ change: (inout IngestLimits) -> Void) -> (Int, [String]) {
      var options = IngestOptions()
      change(&options.limits)
      var items: [IngestItem] = []
      RawFiles.read(paths: [path], options: options) { items.append($0) }
      return (items.compactMap(\.document).count, items.compactMap(\.rejection?.rule))
    }
    #expect(read { $0.entries = 2 } == (2, ["ingest:bomb"]))
    #expect(read { $0.unpackedBytes = 30 } == (2, ["ingest:bomb"]))
    #expect(read { $0.entryBytes = 5 } == (0, Array(repeating: "ingest:bomb", count: 5)))
    #expect(read { $0.documentBytes = 5 } == (0, Array(repeating: "ingest:too-large", count: 5)))
    #expect(read { $0.nesting = 0 } == (0, ["ingest:bomb"]))
  }

  @Test func refusesOfficeDocuments() {
    let folder = TemporaryFolder()
    folder.write(
      "a.docx",
      Packing.pack(
        [("[Content_Types].xml", [0x3C]), ("word/document.xml", [0x3C])], as: .zip))
    #expect(folder.documents().isEmpty)
    #expect(
      folder.rejections() == [
        "ingest:unknown-format a.docx: is an office document or a program, not an archive of news; "
          + "save it as text or HTML"
      ])
  }

  @Test func refusesABrokenArchive() {
    let folder = TemporaryFolder()
    let zip = Packing.pack(
      [("a.txt", Array("Tăng 5%.".utf8)), ("b.txt", Array("Giảm 5%.".utf8))], as: .zip)
    folder.write("a.zip", Array(zip.prefix(zip.count / 4)))
    #expect(folder.rejections().first?.hasPrefix("ingest:compressed a.zip") == true)
  }
}
