import Glibc
import Pipeline

/// The `solieu` that stands beside this program.
struct ProgramUnderTest {
  let path: String
  let root: Root
  let folder: ScratchFolder

  init(root: Root, folder: ScratchFolder) throws {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let own = String(
      decoding: buffer[..<max(0, count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = "\(own.prefix(upTo: own.lastIndex(of: "/") ?? own.startIndex))/\(Program.name)"
    self.root = root
    self.folder = folder
    guard access(path, X_OK) == 0 else {
      throw BenchError("\(path): is not there; build it: swift build -c release --product solieu")
    }
  }

  /// Runs it with its data found; see ``Child/run(_:environment:)``.
  func run(_ arguments: [String]) throws -> ChildUsage {
    try Child.run([path] + arguments)
  }
}
