import Glibc

/// What the program writes to.
public enum Terminal {
  public static var isOutput: Bool { isatty(STDOUT_FILENO) != 0 }
  public static var isError: Bool { isatty(STDERR_FILENO) != 0 }

  /// Whether signs that move the cursor or colour text are wanted; see no-color.org.
  public static var allowsColor: Bool {
    guard let value = getenv("NO_COLOR") else { return getenv("TERM").map { term($0) } ?? false }
    return value.pointee == 0
  }

  private static func term(_ value: UnsafeMutablePointer<CChar>) -> Bool {
    String(cString: value) != "dumb"
  }

  /// The columns of the terminal that standard error is; 80 when it does not say.
  public static var width: Int { width(of: STDERR_FILENO) ?? 80 }

  /// The columns of the terminal that standard output is; what the environment says, or 80, when it
  /// does not say.
  public static var outputWidth: Int {
    let told = getenv("COLUMNS").flatMap { Int(String(cString: $0)) }
    return width(of: STDOUT_FILENO) ?? told.flatMap { $0 > 0 ? $0 : nil } ?? 80
  }

  private static func width(of descriptor: Int32) -> Int? {
    var size = winsize()
    let known = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return known ? Int(size.ws_col) : nil
  }
}
