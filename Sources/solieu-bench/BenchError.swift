import Glibc

/// Why something could not be measured, in one line.
struct BenchError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }

  /// What the system said last.
  static func system(_ what: String, _ code: Int32 = errno) -> BenchError {
    BenchError("\(what): \(String(cString: strerror(code)))")
  }
}
