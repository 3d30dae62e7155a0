import Model

/// Pages around articles as news sites make them: scripts, menus, other articles' headlines.
struct MadePage {
  /// Writes a web archive of the documents, up to so many bytes.
  static func writeArchive(of documents: [Document], bytes: Int, to path: String) throws {
    try makeFile(path) { output in
      var written = 0
      for (number, document) in documents.enumerated() where written < bytes {
        let block =
          Array("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n".utf8)
          + page(document, number)
        let header =
          "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/\(number)\r\n"
          + "WARC-Date: 2024-05-03T01:15:00Z\r\nContent-Length: \(block.count)\r\n\r\n"
        try output.write(Array(header.utf8) + block + Array("\r\n\r\n".utf8))
        written += block.count
      }
    }
  }

  private static func page(_ document: Document, _ number: Int) -> [UInt8] {
    var page = Array(
      """
      <!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Tin \(number)</title>
      <meta property="article:published_time" content="2024-05-03T08:15:00+07:00">
      <script>\(String(repeating: "var settings = {\"slot\": 1, \"size\": [300, 250]};\n", count: 60))</script>
      </head><body><nav class="main-menu"><ul>\(links("menu", 60))</ul></nav>
      <div class="container"><div class="col"><h1>Tin \(number)</h1><article class="article-body">
      """.utf8)
    for line in document.text.split(separator: UInt8(ascii: "\n")) {
      page += Array("<p class=\"Normal\">".utf8)
      for byte in line {
        switch byte {
        case UInt8(ascii: "<"): page += Array("&lt;".utf8)
        case UInt8(ascii: "&"): page += Array("&amp;".utf8)
        default: page.append(byte)
        }
      }
      page += Array("</p>\n".utf8)
    }
    page += Array(
      """
      </article><div class="box_related"><ul>\(links("related", 20))</ul></div></div>
      <div class="sidebar"><ul>\(links("most-read", 40))</ul></div></div>
      <footer><div class="footer-text">Giấy phép số 1/GP, bản quyền thuộc về Báo Mẫu</div></footer>
      </body></html>
      """.utf8)
    return page
  }

  private static func links(_ name: String, _ count: Int) -> String {
    (1...count).map {
      "<li class=\"item-news \(name)-item\"><a href=\"https://news.example/\(name)/tin-so-\($0).html\" "
        + "title=\"Tin số \($0)\"><img src=\"/i/\($0).jpg\" alt=\"\"><span>Tin số \($0) trong ngày</span>"
        + "</a></li>\n"
    }.joined()
  }
}
