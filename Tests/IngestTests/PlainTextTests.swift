import Glibc
import Ingest
import Testing

@Suite struct PlainTextTests {
  @Test(arguments: [" \r\n tỷ đồng\r\n", "một", "a\tb\n\n", "Ð khác Đ"])
  func keepsTheTextAsItStands(text: String) throws {
    let folder = TemporaryFolder()
    let path = folder.write("a.txt", text)
    let document = try #require(folder.documents().first)
    #expect(document.string == text)
    #expect(document.id == path)
    #expect(document.path == path)
    #expect(document.record == nil)
    #expect(document.digest.utf8.count == 64)
  }

  @Test(
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0x74, 0xE1, 0xBB, 0xB7], "tỷ"),
      ([0xFF, 0xFE, 0x74, 0x00, 0xF7, 0x1E, 0x0D, 0x00, 0x0A, 0x00], "tỷ\r\n"),
      ([0xFE, 0xFF, 0x00, 0x74, 0x1E, 0xF7, 0xD8, 0x3D, 0xDE, 0x00], "tỷ😀"),
      (Array("e\u{302}\u{301}".utf8), "\u{1EBF}"),
    ] as [([UInt8], String)])
  func decodes(bytes: [UInt8], text: String) {
    let folder = TemporaryFolder()
    folder.write("a.txt", bytes)
    #expect(folder.documents().map { Array($0.text) } == [Array(text.utf8)])
  }

  @Test(
    arguments: [
      ([], "ingest:empty a.txt:1:1: there is no text; give it one, or remove it"),
      (Array(" \u{A0}\r\n\u{3000}\u{200B}".utf8), "ingest:empty a.txt:1:1: there is no text"),
      ([0xEF, 0xBB, 0xBF], "ingest:empty a.txt:1:1"),
      ([0xFF, 0xFE], "ingest:empty a.txt:1:1"),
      (
        Array("a\nbc".utf8) + [0x91, 0x0A],
        "ingest:not-utf8 a.txt:2:3: byte 0x91 is not UTF-8"
      ),
      ([0x61, 0x00], "ingest:nul a.txt:1:2: the text holds a NUL"),
      ([0xFF, 0xFE, 0x74, 0x00, 0x00], "ingest:not-utf8 a.txt:1:2: the UTF-16 text is broken"),
      (
        [0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00], "ingest:not-utf8 a.txt:1:1: the UTF-16 text is broken"
      ),
      ([0xFF, 0xFE, 0x00, 0x00], "ingest:nul a.txt:1:1"),
    ] as [([UInt8], String)])
  func rejects(bytes: [UInt8], reason: String) {
    let folder = TemporaryFolder()
    folder.write("a.txt", bytes)
    let rejections = folder.rejections()
    #expect(rejections.count == 1)
    #expect(rejections.first?.hasPrefix(reason) == true, "\(rejections)")
    #expect(folder.documents().isEmpty)
  }

  @Test func takesMetadataFromTheManifest() throws {
    let folder = TemporaryFolder()
    folder.write(
      "manifest.csv",
      "file,note,title,published,place,outlet,url,extra\n"
        + "a.txt,n,Tie\u{302}\u{301}ng,12/10/2023,VN-31,Báo,https://x,1\nb.txt,,,,,,,\n")
    for name in ["a.txt", "b.txt", "c.txt"] { folder.write(name, "x") }
    let documents = folder.documents()
    #expect(documents.map(\.title) == ["Tiếng", nil, nil])
    #expect(documents.map(\.published) == ["2023-10-12", nil, nil])
    #expect(documents[0].place == "VN-31")
    #expect(documents[0].outlet == "Báo")
    #expect(documents[0].url == "https://x")
    #expect(folder.rejections().isEmpty)
  }

  @Test(arguments: [
    ("file,title\na.txt\n", "ingest:manifest manifest.csv:2:2: the row has 1 fields"),
    ("title\nx\n", "ingest:manifest manifest.csv:1:2: column 'file' is missing"),
    ("file\na.txt\na.txt\n", "ingest:manifest manifest.csv:3:1: 'a.txt' stands twice"),
  ])
  func rejectsABrokenManifestOnce(manifest: String, reason: String) {
    let folder = TemporaryFolder()
    folder.write("manifest.csv", manifest)
    folder.write("a.txt", "x")
    folder.write("b.txt", "x")
    #expect(folder.documents().count == 2)
    let rejections = folder.rejections()
    #expect(rejections.count == 1)
    #expect(rejections.first?.hasPrefix(reason) == true, "\(rejections)")
  }

  @Test func saysWhenADateIsNone() {
    let folder = TemporaryFolder()
    folder.write("manifest.csv", "file,published\na.txt,hôm qua\n")
    folder.write("a.txt", "x")
    #expect(folder.documents().map(\.published) == [nil])
    #expect(
      folder.rejections() == [
        "ingest:date a.txt:1:1: published 'hôm qua' is no date; write it as 2023-10-12 or 12/10/2023"
      ])
  }

  @Test func readsUnknownFilesThatAreNamed() {
    let folder = TemporaryFolder()
    folder.write("page.x", "<p>x")
    folder.write("data.x", "\u{FEFF}\n {\"text\":\"a\"}\n{\"text\":\"b\"}")
    #expect(folder.documents("page.x").map(\.string) == ["<p>x"])
    #expect(folder.documents("data.x").map(\.string) == ["a", "b"])
  }

  @Test func rejectsAFileThatVanished() {
    var items: [IngestItem] = []
    var reader = DocumentReader()
    let stamp = FileStamp(size: 1, mtimeNanoseconds: 1)
    reader.read(SourceFile(path: "/nowhere/a.txt", format: .text, stamp: stamp)) {
      items.append($0)
    }
    reader.read(SourceFile(path: "/tmp", format: .csv, stamp: stamp)) { items.append($0) }
    #expect(
      items.compactMap(\.rejection?.reason) == [
        "/nowhere/a.txt: cannot be read: No such file or directory; check the name, or leave it out",
        "/tmp: cannot be read: Is a directory; name the files in it",
      ])
  }

  @Test(arguments: [(10, 1), (9, 0)])
  func capsADocument(limit: Int, count: Int) throws {
    let folder = TemporaryFolder()
    let path = folder.write("a.txt", "0123456789")
    var items: [IngestItem] = []
    var reader = DocumentReader(options: .limited(to: limit))
    let stamp = FileStamp(size: 10, mtimeNanoseconds: 0)
    reader.read(SourceFile(path: path, format: .text, stamp: stamp)) { items.append($0) }
    #expect(items.compactMap(\.document).count == count)
    #expect(items.count == 1)
  }

  @Test func digestsTheStoredText() throws {
    let folder = TemporaryFolder()
    let path = folder.write("a.txt", "abc")
    let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(folder.documents().map(\.digest) == [digest])
    #expect(try Digest.sha256(ofFileAt: path) == digest)
    #expect(
      Digest.sha256(of: [])
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
}
