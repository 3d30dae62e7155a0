import Lexing
import Tables

/// The rows of `communes.csv` by the names in them.
///
/// Thousands of rows, of which a text needs a few: a row's line is found by its name's bytes, and
/// only then read as a row.
struct CommuneIndex {
  private let path: String
  private let bytes: [UInt8]
  /// Where the lines begin; behind them the end of the table.
  private var lines: [Int] = []
  /// The first line of each name, and for each line the next one of the same name; 0, which is the
  /// header, for none.
  private var first: [PhraseKey: Int] = [:]
  private var next: [Int] = []
  /// The rows that were asked for.
  private var known: [PhraseKey: [Commune]] = [:]

  /// Of a table that cannot be read: no name is known.
  init() {
    path = ""
    bytes = []
  }

  init(path: String) throws(TableError) {
    self.path = path
    do throws(InputError) {
      bytes = try InputFile(path: path).readAll() ?? []
    } catch {
      throw TableError(path: path, message: "cannot be read: \(error.reason)")
    }
    // A quoted field may hold what parts rows and fields elsewhere.
    guard !bytes.contains(UInt8(ascii: "\"")) else {
      try readAll()
      return
    }
    let bytes = bytes
    bytes.withUnsafeBufferPointer { index($0) }
  }

  /// All communes of that name, in the order of the table; none of rows that are not as they must
  /// be, which `check` reports.
  mutating func named(_ key: PhraseKey) -> [Commune] {
    if let rows = known[key] { return rows }
    guard var line = first[key] else { return [] }
    // The header tells which columns the fields are.
    var text = Array(bytes[..<lines[1]])
    while line != 0 {
      text += bytes[lines[line]..<lines[line + 1]]
      line = next[line]
    }
    let table = try? Table.read(
      bytes: text, path: path, columns: Communes.columns, optional: ["note"])
    let rows = table.map(Communes.communes) ?? []
    known[key] = rows
    return rows
  }

  private mutating func readAll() throws(TableError) {
    let table = try Table.read(
      bytes: bytes, path: path, columns: Communes.columns, optional: ["note"])
    for commune in Communes.communes(in: table) {
      known[PhraseKey(commune.name), default: []].append(commune)
    }
  }

  private mutating func index(_ bytes: UnsafeBufferPointer<UInt8>) {
    lines.append(0)
    for position in bytes.indices where bytes[position] == UInt8(ascii: "\n") {
      lines.append(position + 1)
    }
    if let last = lines.last, last < bytes.count { lines.append(bytes.count) }
    guard lines.count > 1 else { return }
    next = Array(repeating: 0, count: lines.count)
    first.reserveCapacity(lines.count)
    let header = fields(of: 0, in: bytes)
    guard
      let name = header.firstIndex(where: {
        $0.elementsEqual("name".utf8) || $0.elementsEqual("name\r".utf8)
      })
    else { return }
    // From the last to the first, so that each name's lines come in the order of the table.
    for line in (1..<lines.count - 1).reversed() {
      guard let field = field(name, of: line, in: bytes) else { continue }
      let key = PhraseKey(utf8: field)
      next[line] = first.updateValue(line, forKey: key) ?? 0
    }
  }

  private func fields(
    of line: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> [Slice<UnsafeBufferPointer<UInt8>>] {
    bytes[lines[line]..<lines[line + 1]].split(
      omittingEmptySubsequences: false
    ) { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") }
  }

  private func field(
    _ number: Int, of line: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    let end = lines[line + 1]
    var start = lines[line]
    var left = number
    var position = start
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if left == 0 { break }
        left -= 1
        start = position + 1
      }
      position += 1
    }
    return left == 0 ? UnsafeBufferPointer(rebasing: bytes[start..<position]) : nil
  }
}
