/// A table cannot be read: where, what is wrong, and what to do about it.
public struct TableError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file, as given.
  public var path: String
  /// The line, counted from 1, on which the row starts; 0 when it is about the file as a whole.
  public var line: Int
  /// The number of the field, counted from 1; 0 when it is about the row or the file as a whole.
  public var column: Int
  public var message: String

  public init(path: String, line: Int = 0, column: Int = 0, message: String) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }

  /// `path:line:column: message`, without the numbers that do not apply.
  public var description: String {
    var place = path
    if line > 0 { place += ":\(line)" }
    if line > 0, column > 0 { place += ":\(column)" }
    return "\(place): \(message)"
  }
}
