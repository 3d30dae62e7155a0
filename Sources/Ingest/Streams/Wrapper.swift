/// What other files are packed in, told by the first bytes.
enum Wrapper: Equatable {
  case gzip
  case zstandard
  case xz
  case bzip2
  case lz4
  /// Holds files with names: zip, tar.
  case archive

  /// How many bytes it takes to tell.
  static let headBytes = 512

  init?(_ head: ArraySlice<UInt8>) {
    let head = Array(head)
    if let mark = Self.marks.first(where: { head.starts(with: $0.bytes) }) {
      self = mark.wrapper
    } else if Self.isBzip2(head) {
      self = .bzip2
    } else if Self.isSkippableZstandard(head) {
      self = .zstandard
    } else if head.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) || Self.isTar(head)
    {
      self = .archive
    } else {
      return nil
    }
  }

  private static let marks: [(bytes: [UInt8], wrapper: Wrapper)] = [
    ([0x1F, 0x8B, 0x08], .gzip), ([0x28, 0xB5, 0x2F, 0xFD], .zstandard),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .xz), ([0x04, 0x22, 0x4D, 0x18], .lz4),
  ]

  private static func isBzip2(_ head: [UInt8]) -> Bool {
    head.count > 9 && head.starts(with: "BZh".utf8)
      && head[4...9].elementsEqual([
        0x31, 0x41, 0x59, 0x26, 0x53, 0x59,
      ])
  }

  /// A zstd file may begin with a frame of something else.
  private static func isSkippableZstandard(_ head: [UInt8]) -> Bool {
    head.count > 3 && head[0] & 0xF0 == 0x50 && head[1...3].elementsEqual([0x2A, 0x4D, 0x18])
  }

  private static func isTar(_ head: [UInt8]) -> Bool {
    head.count >= 262 && head[257...261].elementsEqual("ustar".utf8)
  }

  private static let endings: [StaticString] = [".gz", ".zst", ".xz", ".bz2", ".lz4"]

  /// In either case; by bytes, as this is asked of every file in every run.
  private static func isEnd(_ ending: StaticString, of path: String) -> Bool {
    ending.withUTF8Buffer { ending in
      path.utf8.count >= ending.count
        && zip(path.utf8.reversed(), ending.reversed()).allSatisfy { byte, wanted in
          byte == wanted || ((0x41...0x5A).contains(byte) && byte | 0x20 == wanted)
        }
    }
  }

  /// The name without the endings of compressions: `news.jsonl` of `news.jsonl.gz`.
  static func innerName(of path: String) -> String {
    for ending in endings where isEnd(ending, of: path) {
      return String(path.dropLast(ending.utf8CodeUnitCount))
    }
    return path
  }
}
