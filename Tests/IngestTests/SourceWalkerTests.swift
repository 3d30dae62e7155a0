import Glibc
import Ingest
import Testing

@Suite struct SourceWalkerTests {
  private func paths(_ walker: SourceWalker, below folder: TemporaryFolder) -> [String] {
    walker.map { entry in
      switch entry {
      case .file(let file): String(file.path.dropFirst(folder.path.count + 1))
      case .rejection(let rejection):
        "\(rejection.rule) \(rejection.document.dropFirst(folder.path.count + 1))"
      }
    }
  }

  @Test func walksInTheOrderOfBytes() {
    let folder = TemporaryFolder()
    for name in [
      "b.txt", "a/z.md", "a-b.txt", "a.txt", "a/B.JSON", "ă.csv", "a/c/d.ndjson", "Z.jsonl",
    ] {
      folder.write(name, "x")
    }
    #expect(
      paths(SourceWalker(paths: [folder.path]), below: folder) == [
        "Z.jsonl", "a-b.txt", "a.txt", "a/B.JSON", "a/c/d.ndjson", "a/z.md", "b.txt", "ă.csv",
      ])
  }

  @Test func givesAllOfManyFiles() {
    let folder = TemporaryFolder()
    let names = (1000..<1999).map { "\($0).txt" }
    for name in names {
      folder.write(name, String(repeating: "x", count: Int(name.prefix(4))! % 7))
    }
    let found = Array(SourceWalker(paths: [folder.path]))
    let sizes = found.compactMap { entry -> Int? in
      guard case .file(let file) = entry else { return nil }
      return file.stamp.size
    }
    #expect(paths(SourceWalker(paths: [folder.path]), below: folder) == names)
    #expect(sizes == (1000..<1999).map { $0 % 7 })
  }

  @Test func leavesOutWhatIsNoDocument() {
    let folder = TemporaryFolder()
    for name in ["manifest.csv", "index.csv", "README", "Readme.md", ".hidden.txt", ".git/x.txt"] {
      folder.write(name, "x")
    }
    folder.write("page.html", "<p></p>")
    folder.write("noextension", "x")
    #expect(
      paths(SourceWalker(paths: [folder.path]), below: folder) == ["noextension", "page.html"])
    #expect(folder.documents().isEmpty)
    #expect(
      folder.rejections().contains {
        $0.hasPrefix("ingest:unknown-format noextension: has an unknown format; ")
      })
  }

  @Test(
    arguments: [
      ("page.html", .html), ("manifest.csv", .csv), (".hidden.TXT", .text), ("README", nil),
    ] as [(String, SourceFormat?)])
  func givesWhatIsNamed(name: String, format: SourceFormat?) throws {
    let folder = TemporaryFolder()
    let path = folder.write(name, "12345")
    let entries = Array(SourceWalker(paths: [path]))
    guard entries.count == 1, case .file(let file) = entries[0] else {
      Issue.record("expected one file, found \(entries)")
      return
    }
    #expect(file.path == path)
    #expect(file.format == format)
    #expect(file.stamp.size == 5)
    #expect(file.stamp.mtimeNanoseconds > 1_600_000_000_000_000_000)
    #expect(file.stamp.digest == nil)
  }

  @Test func followsLinksOnce() {
    let folder = TemporaryFolder()
    folder.write("a/x.txt", "x")
    folder.link("a/loop", to: "..")
    folder.link("b", to: "a")
    folder.link("c.txt", to: "a/x.txt")
    folder.link("d.txt", to: "a/x.txt")
    folder.link("e.txt", to: "nowhere")
    folder.link("f.txt", to: "f.txt")
    #expect(
      paths(SourceWalker(paths: [folder.path]), below: folder) == [
        "ingest:loop a/loop", "a/x.txt", "c.txt", "ingest:unreadable e.txt",
        "ingest:unreadable f.txt",
      ])
  }

  @Test func readsAFolderOnceHoweverOftenItIsNamed() {
    let folder = TemporaryFolder()
    folder.write("a.txt", "x")
    #expect(
      paths(SourceWalker(paths: [folder.path, folder.path + "/", folder.path]), below: folder)
        == ["a.txt"])
  }

  @Test func rejectsWhatIsNoFile() {
    let folder = TemporaryFolder()
    mkfifo("\(folder.path)/pipe.txt", 0o600)
    folder.write("sub/a.txt", "x")
    #expect(
      paths(SourceWalker(paths: [folder.path]), below: folder)
        == ["ingest:unknown-format pipe.txt", "sub/a.txt"])
    #expect(
      folder.rejections("gone.txt")
        == [
          "ingest:unreadable gone.txt: cannot be read: No such file or directory; "
            + "check the name, or leave it out"
        ])
  }

  @Test func rejectsANameThatIsNotUTF8() throws {
    let folder = TemporaryFolder()
    let file = try #require(
      (Array("\(folder.path)/a".utf8) + [0xE9] + Array(".txt\0".utf8)).withUnsafeBytes {
        fopen($0.baseAddress!.assumingMemoryBound(to: CChar.self), "w")
      })
    fclose(file)
    #expect(
      folder.rejections()
        == ["ingest:unreadable a\u{FFFD}.txt: the file's name is not UTF-8; rename the file"])
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func rejectsAFolderThatMayNotBeRead() {
    let folder = TemporaryFolder()
    folder.write("secret/a.txt", "x")
    chmod("\(folder.path)/secret", 0)
    defer { chmod("\(folder.path)/secret", 0o755) }
    #expect(
      folder.rejections() == [
        "ingest:unreadable secret: cannot be read: Permission denied; "
          + "give it read permission, or leave it out"
      ])
  }
}
