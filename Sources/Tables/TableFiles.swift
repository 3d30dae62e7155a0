import Hashing

/// Tables of a folder as files: told apart from others by their bytes, without being taken apart.
public enum TableFiles {
  /// SHA-256 over the names and bytes of `name.csv` for each of the names, in their order, as 64
  /// lower-case hexadecimal digits.
  ///
  /// Throws ``TableError`` for a file that cannot be read.
  public static func digest(
    folder: String, names: some Sequence<String>
  ) throws(TableError) -> String {
    var hash = SHA256()
    // A piece at a time, as the largest table has half a megabyte and is read by few runs otherwise.
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { piece.deallocate() }
    for name in names {
      let path = "\(folder)/\(name).csv"
      let left: Int
      do throws(InputError) {
        left = try add(InputFile(path: path), named: name, to: &hash, by: piece)
      } catch {
        throw TableError(path: path, line: 0, message: error.reason)
      }
      guard left == 0 else {
        throw TableError(
          path: path, line: 0, message: "was written to while it was read; run again")
      }
    }
    return hash.finish().hexadecimal
  }

  /// Gives how many bytes are missing of those that the file had when it was opened.
  private static func add(
    _ file: InputFile, named name: String, to hash: inout SHA256,
    by piece: UnsafeMutableRawBufferPointer
  ) throws(InputError) -> Int {
    var left = Int(file.status.st_size)
    // With the number of bytes, so that moving a border changes the hash.
    Array("\(name) \(left)\n".utf8).withUnsafeBytes { hash.update($0) }
    while true {
      let count = try file.read(into: piece)
      if count == 0 { return left }
      hash.update(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      left -= count
    }
  }
}
