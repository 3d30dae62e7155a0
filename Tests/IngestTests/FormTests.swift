import Extraction
import Ingest
import Model
import Rules
import Testing

@Suite("One article in several forms")
struct FormTests {
  private static let paragraphs = [
    "Chín tháng đầu năm 2024, tỉnh Mẫu thu ngân sách 12.345,6 tỷ đồng, đạt 87,5% dự toán, tăng 9,2% so"
      + " với cùng kỳ năm 2023.",
    "Toàn tỉnh có 1.204 doanh nghiệp thành lập mới, vốn đăng ký hơn 8,4 nghìn tỷ đồng; 312 doanh"
      + " nghiệp tạm ngừng hoạt động.",
    "Sản lượng lúa ước đạt 338.000 tấn, năng suất 71,2 tạ/ha; giá bán tại ruộng từ 7.900 đến 8.200"
      + " đồng/kg.",
  ]
  private static var text: String { paragraphs.joined(separator: "\n") }
  private static var oneLine: String { paragraphs.joined(separator: "\\n") }
  private static var page: String {
    "<html><head><title>Tin mẫu</title><meta property='article:published_time' "
      + "content='2024-10-05T07:00:00+07:00'></head><body><nav><a href='/'>Đọc 100 tin</a></nav>"
      + "<div class='x'><h1>Tin mẫu</h1>" + paragraphs.map { "<p>\($0)</p>" }.joined()
      + "</div><div class='related'><a href='/2'>Giảm 50%</a></div></body></html>"
  }

  /// What each form is called, with its bytes.
  private static let forms: [(name: String, bytes: [UInt8])] = [
    ("a.txt", Array(text.utf8)),
    ("nfd.txt", text.decomposedForTest.flatMap { Array(String($0).utf8) }),
    ("utf16.txt", [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
    ("page.html", Array(page.utf8)),
    ("table.csv", Array("id,text,date\n1,\"\(text)\",05/10/2024\n".utf8)),
    ("lines.jsonl", Array("{\"text\": \"\(oneLine)\", \"published\": \"2024-10-05\"}\n".utf8)),
    ("one.json", Array("{\"maintext\": \"\(oneLine)\", \"date_publish\": \"2024-10-05\"}".utf8)),
    ("pages.warc.gz", Packing.compress(warc, .gzip)),
    ("a.txt.zst", Packing.compress(text, .zstd)),
    ("a.zip", Packing.pack([("in/page.html", Array(page.utf8))], as: .zip)),
  ]

  private static var warc: [UInt8] {
    let block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\(page)"
    return Array(
      ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://bao.example/1\r\n"
        + "Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n").utf8)
  }

  @Test("gives the same figures in each")
  func figures() throws {
    let folder = TemporaryFolder()
    let extractor = Extractor(rules: try RuleSet(folder: TemporaryFolder.rules))
    func figures(_ path: String) -> [String] {
      var found: [String] = []
      RawFiles.read(paths: [path], options: TemporaryFolder.options) { item in
        guard case .document(var document) = item else { return }
        document.published = document.published ?? "2024-10-05"
        for figure in extractor.read(document).figures {
          found.append(
            "\(figure.quote) \(figure.value) \(figure.unit ?? "") \(figure.period ?? "") "
              + "\(figure.subject ?? "") \(figure.span.charStart)")
        }
      }
      return found
    }
    let expected = figures(folder.write("first.txt", Self.text))
    #expect(expected.count >= 9)
    for form in Self.forms {
      #expect(figures(folder.write(form.name, form.bytes)) == expected, "\(form.name)")
    }
  }
}
