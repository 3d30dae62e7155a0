import Glibc
import Logging

/// Words for people on standard error, one line each, after the program's name.
public struct Words: LogHandler {
  /// What all parts of the program speak through.
  public static let logger = Logger(label: Program.name) { _ in Words() }

  public var metadata: Logger.Metadata = [:]
  public var metadataProvider: Logger.MetadataProvider?
  public var logLevel: Logger.Level = .info

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    Self.write("\(Program.name): \(Self.line("\(event.message)"))\n")
  }

  /// One line of whatever was said: a path may hold a line break.
  static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// Nobody can be told when this fails.
  /// Writes text as it is, without the program's name before it.
  public static func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}
