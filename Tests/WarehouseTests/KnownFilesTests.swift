import Model
import Testing

@testable import Warehouse

@Suite("Known files") struct KnownFilesTests {
  let fixture: Fixture
  let warehouse: Warehouse
  let run: RunID
  private let paths = ["a", "a/b.txt", "a/b.txt.gz", "a/ă.txt", "b", "e\u{302}.txt", "ê.txt"]

  init() throws {
    fixture = try Fixture()
    warehouse = try fixture.open()
    run = try warehouse.begin()
    for (number, path) in paths.enumerated().reversed() {
      try warehouse.recordFile(path, record(number))
    }
  }

  private func record(_ number: Int) -> FileRecord {
    FileRecord(
      sizeBytes: number, modifiedNanoseconds: -number, digest: String(repeating: "0", count: 64),
      rulesDigest: "r\(number % 3)", documentCount: number * 2, repeatedCount: number * 3,
      brokenCount: number * 5, newestPublished: number == 1 ? nil : "2024-0\(number)", lastRun: run)
  }

  @Test("are found in any order, by the bytes of their paths")
  func find() throws {
    let files = try warehouse.knownFiles()
    #expect(files.count == paths.count)
    for (number, path) in paths.enumerated() {
      #expect(files[path] == record(number))
      let index = try #require(files.index(of: path))
      #expect(files.path(at: index).utf8.elementsEqual(path.utf8))
    }
    for path in ["", "a/", "a/b", "c", "ê", "zz"] { #expect(files[path] == nil) }
  }

  @Test("are found by a guess, right or wrong")
  func guess() throws {
    let files = try warehouse.knownFiles()
    for start in 0...files.count {
      for path in paths {
        var guess = start
        let index = files.index(of: path, guess: &guess)
        #expect(index == files.index(of: path))
        #expect(guess == index.map { $0 + 1 })
      }
    }
    var guess = 3
    #expect(files.index(of: "c", guess: &guess) == nil)
    #expect(guess == 3)
  }
}
