import Extraction
import Glibc
import Model
import Rules
import Tables
import Testing

/// A pattern that runs away refuses the number, by its own name, and the text goes on.
@Suite struct StepLimitTests {
  @Test(arguments: ["", "(*NO_JIT)"])
  func reachingTheLimitIsARejection(_ mode: String) throws {
    var template = Array("/tmp/solieu-limit-XXXXXX".utf8CString)
    let folder = String(cString: try #require(mkdtemp(&template)))
    var made: [String] = []
    defer {
      for path in made { unlink(path) }
      rmdir(folder)
    }
    let directory = try #require(opendir(Project.rulesFolder))
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasSuffix(".csv") else { continue }
      var bytes = try #require(
        try InputFile(path: "\(Project.rulesFolder)/\(name)").readAll())
      if name == "shapes.csv" {
        bytes += Array("runaway,number,,,,reference,\(mode) \\d (a|aa|a?a)+ [YZ],a test\n".utf8)
      }
      let file = try #require(fopen("\(folder)/\(name)", "w"))
      made.append("\(folder)/\(name)")
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
    }
    let text = "Mã 7" + String(repeating: "a", count: 400) + "! Tỉnh có 12 xã."
    let reading = Extractor(rules: try RuleSet(folder: folder)).read(
      Document(id: "limit", text: Array(text.utf8)))
    let rejection = try #require(reading.rejections.first)
    #expect(rejection.rule == "shapes:runaway")
    #expect(rejection.reason.contains("step limit"))
    #expect(rejection.quote == "7")
    #expect(reading.figures.map(\.quote) == ["12 xã"])
  }
}
