import Glibc
import Model
import Tables
import Testing

@testable import Ingest

/// One article in the forms that articles come in: the same text, and a way back to the raw bytes.
@Suite struct RawBytesTests {
  static let text = """
    Huyện Sông Lam thu ngân sách 1.363 tỷ đồng
    Đến hết tháng 9, huyện thu được 1.363 tỷ đồng, bằng 78,5% dự toán; 12.480 hộ dùng nước sạch.
    Bà Nguyễn Thị Ngọc nói: "Tỷ lệ hộ nghèo chỉ còn 3,2%, giảm 0,8 điểm phần trăm".
    """
  static let quotes = ["1.363 tỷ đồng", "78,5%", "12.480 hộ", "0,8 điểm phần trăm"]

  static func options() throws -> IngestOptions {
    var options = IngestOptions()
    options.rules = try projectRules.get()
    return options
  }

  static func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  static func json(_ text: String, escapesAll: Bool) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\n": "\\n"
      case "\"": "\\\""
      case _ where escapesAll && scalar.value > 0x7F:
        "\\u" + String(0x10000 + scalar.value, radix: 16).dropFirst()
      default: String(scalar)
      }
    }.joined()
  }

  /// The forms by name: the file's bytes, and how raw bytes of it are read.
  static func forms() throws -> [(name: String, bytes: [UInt8], decode: ([UInt8]) -> String)] {
    let utf8: ([UInt8]) -> String = { String(decoding: Normalizer.nfc($0), as: UTF8.self) }
    let windows1258 = try EncodingTests.encode(text, "windows-1258")
    let decomposed = String(String.UnicodeScalarView(text.decomposedForTest))
    var forms: [(name: String, bytes: [UInt8], decode: ([UInt8]) -> String)] = [
      ("a.txt", Array(text.utf8), utf8),
      ("mark.txt", [0xEF, 0xBB, 0xBF] + Array(text.utf8), utf8),
      ("nfd.txt", Array(decomposed.utf8), utf8),
      (
        "utf16.txt", utf16(text),
        { bytes in
          let units = stride(from: 0, to: bytes.count, by: 2).map {
            UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
          }
          return String(decoding: units, as: UTF16.self)
        }
      ),
      (
        "plain.jsonl",
        Array("\n{\"id\":\"x\",\"text\":\"\(json(text, escapesAll: false))\"}\n".utf8),
        unescaped
      ),
      ("ascii.json", Array("[{\"text\":\"\(json(text, escapesAll: true))\"}]".utf8), unescaped),
      (
        "nfd.jsonl", Array("{\"text\":\"\(json(decomposed, escapesAll: false))\"}".utf8), unescaped
      ),
    ]
    for name in ["windows-1258", "vni"] {
      let encoding = try #require(projectRules.get().encodings.first { $0.name == name })
      forms.append(
        (
          "\(name).txt", try EncodingTests.encode(text, name),
          { utf8(encoding.decode($0[...]).text) }
        ))
    }
    let encoding = try #require(projectRules.get().encodings.first { $0.name == "windows-1258" })
    let escaped = windows1258.flatMap { byte -> [UInt8] in
      byte == 0x0A ? Array("\\n".utf8) : byte == 0x22 ? Array("\\\"".utf8) : [byte]
    }
    forms.append(
      (
        "windows-1258.jsonl", Array("{\"text\":\"".utf8) + escaped + Array("\"}".utf8),
        { unescaped(Array(utf8(encoding.decode($0[...]).text).utf8)) }
      ))
    return forms
  }

  private static func unescaped(_ bytes: [UInt8]) -> String {
    let json = Array("\"".utf8) + bytes + Array("\"".utf8)
    let text = (try? JSONReader.read(json))?.string ?? "?"
    return Normalizer.nfc(text)
  }

  @Test func rawBytesOfAQuoteAreTheQuote() throws {
    let folder = TemporaryFolder()
    for form in try Self.forms() {
      let path = folder.write(form.name, form.bytes)
      var documents: [Document] = []
      RawFiles.read(paths: [path], options: try Self.options()) { item in
        if let document = item.document { documents.append(document) }
        if let rejection = item.rejection { Issue.record("\(rejection.reason)") }
      }
      let document = try #require(documents.first, "\(form.name)")
      #expect(document.string == Self.text, "\(form.name)")
      let origin = try #require(document.origin)
      #expect(origin.rawEnd <= form.bytes.count)
      for quote in Self.quotes {
        let start = try #require(EncodingTests.offset(of: Array(quote.utf8), in: document.text))
        let range = try #require(
          origin.rawRange(of: start..<start + quote.utf8.count, in: document.text))
        let raw = try InputFile(path: path).bytes(range)
        #expect(form.decode(raw) == quote, "\(form.name)")
      }
    }
  }

  @Test func aRecordOfCSVIsKnownByItsBytes() throws {
    let folder = TemporaryFolder()
    let quoted = Self.text.replacing("\"", with: "\"\"")
    let csv = "id,text\n1,Ngắn 5 tỷ đồng\n2,\"\(quoted)\"\n3,Hết\n"
    let bytes = try EncodingTests.encode(csv, "windows-1258")
    for content in [Array(csv.utf8), bytes] {
      let path = folder.write("a.csv", content)
      var documents: [Document] = []
      RawFiles.read(paths: [path], options: try Self.options()) {
        if let document = $0.document { documents.append(document) }
      }
      #expect(documents.map(\.string) == ["Ngắn 5 tỷ đồng", Self.text, "Hết"])
      let origin = try #require(documents.dropFirst().first?.origin)
      #expect(origin.map == nil)
      let raw = try InputFile(path: path).bytes(origin.rawStart..<origin.rawEnd)
      #expect(raw.starts(with: Array("2,\"Huy".utf8)) && raw.suffix(3) == Array(".\"\n".utf8))
      #expect(origin.encoding == (content == bytes ? "windows-1258" : "utf-8"))
    }
  }
}
