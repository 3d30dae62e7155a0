import Ingest
import Model
import Testing

@testable import Ingest

/// The tables of the project.
let projectRules = Result {
  let package = String(#filePath.dropLast("/Tests/IngestTests/EncodingTests.swift".count))
  return try IngestRules(folder: package + "/Pipelines/rules")
}

@Suite struct EncodingTests {
  static let text = """
    Chín tháng đầu năm, tỉnh Hậu Lộc thu ngân sách ước đạt 1.363 tỷ đồng, bằng 78,5% dự toán.
    Huyện đã cấp nước sạch cho 12.480 hộ; tỷ lệ hộ nghèo giảm còn 3,2%. “Đó là nỗ lực lớn”, bà nói.

    """

  /// Bytes of the text in an encoding with a row a byte, found by the table itself.
  static func encode(_ text: String, _ name: String) throws -> [UInt8] {
    let encoding = try #require(
      projectRules.get().encodings.first { $0.name == name }, "no table \(name)")
    var codes: [[UInt8]: UInt8] = [:]
    for byte in UInt8.min...UInt8.max {
      guard encoding.firstUnknown(in: [byte]) == nil else { continue }
      codes[encoding.decode([byte]).text, default: byte] = byte
    }
    var bytes: [UInt8] = []
    for character in text {
      bytes.append(contentsOf: try #require(Self.encode(character, codes), "\(character)"))
    }
    return bytes
  }

  /// A character as one byte; else its base, with marks that belong to the letter, and its tone; else
  /// its base and all marks together.
  private static func encode(_ character: Character, _ codes: [[UInt8]: UInt8]) -> [UInt8]? {
    if let byte = codes[Array(String(character).utf8)] { return [byte] }
    let parts = Array(String(character).decomposedForTest)
    for count in stride(from: parts.count - 1, to: 0, by: -1) {
      let base = Normalizer.nfc(String(String.UnicodeScalarView(parts[..<count])))
      let marks = String(String.UnicodeScalarView(parts[count...]))
      if let base = codes[Array(base.utf8)], let mark = codes[Array(marks.utf8)] {
        return [base, mark]
      }
    }
    // Marks of letters stand before tones in the tables, and behind a dot below in form D.
    guard parts.count == 3 else { return nil }
    let marks = String(String.UnicodeScalarView([parts[2], parts[1]]))
    guard let base = codes[Array(String(parts[0]).utf8)] else { return nil }
    if let mark = codes[Array(marks.utf8)] { return [base, mark] }
    let letter = Normalizer.nfc(String(String.UnicodeScalarView([parts[0], parts[2]])))
    guard let base = codes[Array(letter.utf8)], let tone = codes[Array(String(parts[1]).utf8)]
    else { return nil }
    return [base, tone]
  }

  @Test(arguments: ["windows-1258", "tcvn3", "vni", "viscii", "tcvn5712"])
  func readsWhatWasWrittenBeforeUnicode(name: String) throws {
    // VISCII has no typographic quotes.
    let plain = name == "viscii" || name == "tcvn5712"
    let text = plain ? Self.text.filter { $0 != "“" && $0 != "”" } : Self.text
    let lower = name == "tcvn3" ? text.replacing("Đó", with: "đó") : text
    let bytes = try Self.encode(lower, name)
    #expect(UTF8Check.firstInvalid(in: bytes) != nil)
    let decoded = try TextDecoder.decode(bytes, path: "a.txt", rules: projectRules.get())
    let (stored, map) = Normalizer.nfc(decoded.bytes, map: decoded.map)
    #expect(String(decoding: stored, as: UTF8.self) == lower)
    // What TCVN 5712 and its smaller kin have in common is read as the smaller.
    #expect(decoded.encoding == (name == "tcvn5712" ? "tcvn3" : name))
    #expect(decoded.confidence > 90)
    try check(map, stored, bytes, quote: "12.480 hộ", isRead: name)
    try check(map, stored, bytes, quote: "1.363 tỷ đồng", isRead: name)
  }

  /// The raw bytes of a quote, read alone, must be the quote.
  func check(
    _ map: RawMap, _ stored: [UInt8], _ raw: [UInt8], quote: String, isRead name: String
  ) throws {
    let start = try #require(Self.offset(of: Array(quote.utf8), in: stored))
    let range = try #require(map.rawRange(of: start..<start + quote.utf8.count, in: stored))
    let encoding = try #require(projectRules.get().encodings.first { $0.name == name })
    let read = Normalizer.nfc(encoding.decode(raw[range]).text)
    #expect(String(decoding: read, as: UTF8.self) == quote)
  }

  static func offset(of part: [UInt8], in text: [UInt8]) -> Int? {
    (0...max(0, text.count - part.count)).first { text[$0...].starts(with: part) }
  }

  @Test func aDeclaredEncodingIsChecked() throws {
    let rules = try projectRules.get()
    let bytes = try Self.encode(Self.text, "windows-1258")
    for declared in ["windows-1258", "TCVN3", "iso-8859-1", "nonsense"] {
      let decoded = try TextDecoder.decode(bytes, path: "a.txt", declared: declared, rules: rules)
      #expect(decoded.encoding == "windows-1258", "declared as \(declared)")
    }
    let utf8 = try TextDecoder.decode(
      Array(Self.text.utf8), path: "a.txt", declared: "windows-1258", rules: rules)
    #expect(utf8.encoding == "utf-8" && utf8.map.isIdentity)
  }

  @Test(arguments: [true, false], [true, false])
  func readsUTF16WithAndWithoutAMark(isBigEndian: Bool, hasMark: Bool) throws {
    let text = Self.text + "Giá 😀 tăng 5%."
    var bytes: [UInt8] = []
    for unit in (hasMark ? [0xFEFF] : []) + Array(text.utf16) {
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      bytes.append(contentsOf: isBigEndian ? pair : pair.reversed())
    }
    let decoded = try TextDecoder.decode(bytes, path: "a.txt")
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
    #expect(decoded.encoding == (isBigEndian ? "utf-16be" : "utf-16le"))
    #expect(decoded.confidence >= 90)
    let offset = text.utf16.count - "5%.".utf16.count
    let quote = Array(text.utf8).count - 3
    let raw = decoded.map.rawRange(of: quote..<quote + 2, in: decoded.bytes)
    let start = (offset + (hasMark ? 1 : 0)) * 2
    #expect(raw == start..<start + 4)
  }

  @Test func whatIsNoTextIsRefused() throws {
    let rules = try projectRules.get()
    let mixed = Array(Self.text.utf8) + (try Self.encode(Self.text, "windows-1258"))
    let french = Array("Le caf\u{e9} est ferm\u{e9}".utf16.map { UInt8($0) })
    for bytes in [mixed, Array((0x80...0xFF).map { UInt8($0) }), french] {
      #expect(throws: TextDecoder.Failure.self) {
        try TextDecoder.decode(bytes, path: "a.txt", rules: rules)
      }
    }
  }

  @Test func whatWasEncodedTwiceIsUndone() throws {
    var twice = ""
    for byte in Self.text.utf8 { twice.unicodeScalars.append(Unicode.Scalar(byte)) }
    let outcome = DoubleEncoding.outcome(DecodedText(bytes: Array(twice.utf8)))
    guard case .undone(let text) = outcome else {
      Issue.record("\(String(describing: outcome))")
      return
    }
    #expect(text.bytes == Array(Self.text.utf8))
    let quote = Array("12.480 hộ".utf8)
    let start = try #require(Self.offset(of: quote, in: text.bytes))
    let raw = try #require(text.map.rawRange(of: start..<start + quote.count, in: text.bytes))
    #expect(Array(twice.utf8)[raw].starts(with: Array("12.480 h".utf8)))
    #expect(raw.count == 8 + 6)
  }

  @Test func whatWasLostInEncodingTwiceIsNotGuessed() {
    var twice = ""
    for byte in "Tỉnh Hà Tĩnh có 12 xã mới, từ đầu năm đến nay thu được 5 tỷ đồng".utf8 {
      if byte != 0xA0 { twice.unicodeScalars.append(Unicode.Scalar(byte)) }
    }
    guard case .lossy = DoubleEncoding.outcome(DecodedText(bytes: Array(twice.utf8))) else {
      Issue.record("is not refused")
      return
    }
  }

  @Test(arguments: [
    text, "Il a dit «déjà» à Paris, Ä et Æ.", "5 ngày qua, áo dài: «á»; «bá»; «cá»", "12 km",
  ])
  func whatIsAsItShouldBeIsLeft(text: String) {
    #expect(DoubleEncoding.outcome(DecodedText(bytes: Array(text.utf8))) == nil)
  }

  @Test func aMapSurvivesComposing() throws {
    let decomposed = String(String.UnicodeScalarView(Array(Self.text.decomposedForTest)))
    let bytes = Array(decomposed.utf8)
    let (stored, map) = Normalizer.nfc(bytes, map: RawMap())
    #expect(stored == Array(Self.text.utf8))
    for quote in ["1.363 tỷ đồng", "3,2%", "hộ nghèo"] {
      let start = try #require(Self.offset(of: Array(quote.utf8), in: stored))
      let raw = try #require(map.rawRange(of: start..<start + quote.utf8.count, in: stored))
      #expect(Normalizer.nfc(Array(bytes[raw])) == Array(quote.utf8))
    }
    #expect(map.bytes.count < stored.count / 2)
    #expect(try #require(map.ranges(in: stored)).last?.upperBound == bytes.count)
  }
}
