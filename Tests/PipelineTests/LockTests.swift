import Glibc
import Testing

@testable import Pipeline

@Suite("The lock of a warehouse")
struct LockTests {
  @Test("keeps a second run away, naming the process that holds it")
  func held() throws {
    let site = Site()
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    let lock = try RunLock(warehouse: site.warehouse)
    let error = #expect(throws: PipelineError.self) { try site.run() }
    #expect(error?.code == .locked)
    #expect(error?.description.contains("process \(getpid()),") == true)
    withExtendedLifetime(lock) {}
  }

  @Test("is let go of at the end")
  func released() throws {
    let site = Site()
    try site.write("a.txt", "Doanh thu đạt 5 tỷ đồng.\n")
    try site.run()
    try site.run()
  }

  @Test("a folder that is not there is named")
  func noFolder() throws {
    let error = #expect(throws: PipelineError.self) { try RunLock(warehouse: "/nowhere/w.sqlite") }
    #expect(error?.description.hasPrefix("/nowhere/w.sqlite.lock: cannot be made: ") == true)
  }
}
