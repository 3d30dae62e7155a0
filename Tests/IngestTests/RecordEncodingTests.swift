import Model
import Testing

@testable import Ingest

/// Files of many records in encodings other than UTF-8.
@Suite struct RecordEncodingTests {
  private static let texts = [
    "Xã Đông Hải thu 1.363 tỷ đồng, bằng 78,5% dự toán; hộ nghèo còn 3,2%.",
    "Huyện Sông Lam cấp nước sạch cho 12.480 hộ \"vùng cao\" 😀 trong năm qua.",
  ]

  private static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
    return units.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  private static func file(_ format: String) -> String {
    func quoted(_ text: String) -> String { text.replacing("\"", with: "\\\"") }
    switch format {
    case "csv":
      return "id,text\r\n"
        + texts.enumerated().map {
          "\($0.offset),\"\($0.element.replacing("\"", with: "\"\""))\"\r\n"
        }.joined()
    case "json":
      let objects = texts.enumerated().map {
        "{\"id\": \"\($0.offset)\", \"text\": \"\(quoted($0.element))\"}"
      }
      return "[" + objects.joined(separator: ",\n") + "]"
    default:
      return texts.enumerated().map {
        "{\"id\": \"\($0.offset)\", \"text\": \"\(quoted($0.element))\"}\n"
      }.joined()
    }
  }

  private func options(_ encoding: String? = nil) throws -> IngestOptions {
    var options = try RawBytesTests.options()
    options.encoding = encoding
    return options
  }

  @Test(arguments: ["csv", "json", "jsonl"], [0, 1, 2, 3])
  func readsUTF16(format: String, kind: Int) throws {
    let folder = TemporaryFolder()
    let (isBig, hasMark) = (kind & 1 == 1, kind & 2 == 2)
    let bytes = Self.utf16(Self.file(format), bigEndian: isBig, mark: hasMark)
    folder.write("a.\(format)", bytes)
    let documents = folder.documents("a.\(format)", options: try options())
    #expect(documents.map(\.string) == Self.texts)
    for document in documents {
      let origin = try #require(document.origin)
      #expect(origin.encoding == (isBig ? "utf-16be" : "utf-16le"))
      // The record, as it stands in the file, holds what only it holds.
      let record = Array(bytes[origin.rawStart..<origin.rawEnd])
      let decoded = try #require(
        projectRules.get().decode(record, from: origin.encoding).map {
          String(decoding: $0.bytes, as: UTF8.self)
        })
      #expect(decoded.contains(document.id == "0" ? "1.363" : "12.480"))
      #expect(!decoded.contains(document.id == "0" ? "12.480" : "1.363"))
      guard format != "csv" else { continue }
      let quote = document.id == "0" ? "78,5%" : "trong năm"
      let start = try #require(EncodingTests.offset(of: Array(quote.utf8), in: document.text))
      let range = try #require(
        origin.rawRange(of: start..<start + quote.utf8.count, in: document.text))
      #expect(Array(bytes[range]) == Self.utf16(quote, bigEndian: isBig, mark: false))
    }
    #expect(folder.rejections("a.\(format)", options: try options()) == [])
  }

  @Test(arguments: ["csv", "json", "jsonl"])
  func refusesTheRecordWhoseUTF16IsBroken(format: String) throws {
    let folder = TemporaryFolder()
    var bytes = Self.utf16(Self.file(format), bigEndian: false, mark: true)
    let place = try #require(
      EncodingTests.offset(of: Self.utf16("78", bigEndian: false, mark: false), in: bytes))
    (bytes[place], bytes[place + 1]) = (0x00, 0xD8)
    folder.write("a.\(format)", bytes)
    #expect(
      folder.documents("a.\(format)", options: try options()).map(\.string) == [Self.texts[1]])
    let rejections = folder.rejections("a.\(format)", options: try options())
    #expect(rejections.count == 1)
    #expect(rejections.first?.contains("byte \(place) is not UTF-16") == true, "\(rejections)")
  }

  @Test(arguments: ["csv", "json", "jsonl"], ["windows-1258", "tcvn3", "vni"])
  func readsWhatWasWrittenBeforeUnicode(format: String, name: String) throws {
    let folder = TemporaryFolder()
    // TCVN3 has no capital letters with accents, and none of them has pictures.
    let text = Self.file(format).replacing("😀 ", with: "").replacing("Đông", with: "đông")
    let bytes = try EncodingTests.encode(text, name)
    folder.write("a.\(format)", bytes)
    let texts = Self.texts.map {
      $0.replacing("😀 ", with: "").replacing("Đông", with: "đông")
    }
    for declared in [nil, name] {
      let documents = folder.documents("a.\(format)", options: try options(declared))
      #expect(documents.map(\.string) == texts)
      #expect(documents.allSatisfy { $0.origin?.encoding == name })
      guard format != "csv" else { continue }
      for document in documents {
        let quote = document.id == "0" ? "tỷ đồng" : "trong năm"
        let origin = try #require(document.origin)
        let start = try #require(EncodingTests.offset(of: Array(quote.utf8), in: document.text))
        let range = try #require(
          origin.rawRange(of: start..<start + quote.utf8.count, in: document.text))
        #expect(Array(bytes[range]) == (try EncodingTests.encode(quote, name)))
      }
    }
  }

  @Test func takesTheEncodingOfTheFileForAShortRecord() throws {
    let folder = TemporaryFolder()
    let text = "id,text\n0,\"\(Self.texts[0].replacing("Đông", with: "đông"))\"\n1,Tăng một tỷ.\n"
    folder.write("a.csv", try EncodingTests.encode(text, "vni"))
    let documents = folder.documents("a.csv", options: try options())
    #expect(documents.map { $0.origin?.encoding } == ["vni", "vni"])
    #expect(documents.last?.string == "Tăng một tỷ.")
  }

  @Test func takesADeclaredEncodingWhereNothingTells() throws {
    let folder = TemporaryFolder()
    folder.write("a.txt", try EncodingTests.encode("5 tỷ", "tcvn3"))
    let documents = folder.documents("a.txt", options: try options("tcvn3"))
    #expect(documents.map(\.string) == ["5 tỷ"])
  }
}
