import Crypto

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
    for name in names {
      let path = "\(folder)/\(name).csv"
      do throws(InputError) {
        let bytes = try InputFile(path: path).readAll() ?? []
        // With the number of bytes, so that moving a border changes the hash.
        hash.update(data: Array("\(name) \(bytes.count)\n".utf8))
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
      } catch {
        throw TableError(path: path, line: 0, message: error.reason)
      }
    }
    return hexadecimal(hash.finalize())
  }

  private static func hexadecimal(_ digest: SHA256Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
