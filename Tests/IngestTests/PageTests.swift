import Ingest
import Testing

@Suite struct PageTests {
  private static let linkedData = """
    <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
      {"@type": "WebSite", "name": "Báo Mẫu"},
      {"@type": "NewsArticle", "headline": "Lúa đông xuân được mùa",
       "datePublished": "2024-05-03T08:15:00+07:00", "publisher": {"name": "Báo Mẫu"},
       "mainEntityOfPage": {"@id": "https://bao.example/lua.html"}}]}</script>
    """

  /// A page as a news site makes it; the article stands in `article`.
  private static func page(head: String = linkedData, _ article: String) -> String {
    """
    <!DOCTYPE html><html lang="vi"><head><title>Lúa đông xuân được mùa - Báo Mẫu</title>
    <meta property="og:title" content="Lúa đông xuân được mùa - Báo Mẫu">\(head)
    <style>.a{width: 300px}</style><script>var views = 12345;</script></head>
    <body class="page has-sidebar"><header class="site"><a href="/">Báo Mẫu</a></header>
    <nav><ul><li><a href="/1">Thời sự 24 giờ</a><li><a href="/2">Kinh tế</a></ul></nav>
    <div class="breadcrumb"><a href="/">Trang chủ</a> / Nông nghiệp</div>
    <div class="wrap"><h1>Lúa đông xuân được mùa</h1>\(article)
    <div class="box_related"><p>Cà phê xuất khẩu đạt 5 tỷ USD sau chín tháng, theo hiệp hội.</p>
    <ul><li><a href="/3">Giá gạo tăng 15% trong một tuần</a></ul></div>
    <div class="adBanner">Mua một tặng một, giảm 50% cho 100 khách đầu tiên trong tuần này!</div>
    <div id="comments"><p>Bạn đọc A: Năm ngoái nhà tôi thu 7 tấn một héc-ta, năm nay được hơn.</p>
    </div></div>
    <aside><p>Đọc nhiều: 10 tỉnh có thu nhập cao nhất trong năm, xếp theo thống kê.</p></aside>
    <div class="cookie-consent">Trang này dùng 3 loại cookie để phục vụ bạn được tốt hơn.</div>
    <footer>Giấy phép số 123/GP, điện thoại 024 3999 9999</footer></body></html>
    """
  }

  private static let paragraphs = [
    "Vụ đông xuân năm nay toàn tỉnh gieo 47.500 ha lúa, tăng 2,5% so với vụ trước.",
    "Năng suất đạt 71,2 tạ/ha, sản lượng hơn 338.000 tấn, là mức cao nhất trong mười năm.",
    "Ông Trần Văn Mẫu cho biết bán lúa tại ruộng được 8.200 đồng/kg.",
  ]
  private static var text: String { paragraphs.joined(separator: "\n") }
  private static var marked: String { paragraphs.map { "<p>\($0)</p>" }.joined() }

  @Test(arguments: [
    "<article>\(marked)</article>",
    "<div class=\"detail-content afcbc\">\(marked)<p><a href=\"/9\">Xem thêm tin khác</a></p></div>",
    "<div itemprop=\"articleBody\">\(marked)<div class=\"share-buttons\">9 lượt</div></div>",
    "<div class=\"x1\"><div class=\"x2\">\(marked)</div></div>",
    "<div class=\"x1\">\(paragraphs.joined(separator: "<br>\n<br/>"))</div>",
    "<form><table><tr><td class=\"x\">\(marked)</td></tr></table></form>",
    "<p class=\"sapo\">\(paragraphs[0])</p><div class=\"fck_detail\">\(marked.dropFirst(paragraphs[0].count + 7))</div>",
    "<div class=\"x\">\(marked)<p>&gt;&gt; Giá phân bón giảm 5%</p>\n<p>Xem thêm: 5 giống lúa mới</p></div>",
  ])
  func findsTheArticle(article: String) throws {
    let folder = TemporaryFolder()
    folder.write("a.html", Self.page(article))
    let document = try #require(folder.documents().first, "\(folder.rejections())")
    #expect(document.string == Self.text)
    #expect(document.title == "Lúa đông xuân được mùa")
    #expect(document.published == "2024-05-03T08:15:00+07:00")
    #expect(document.outlet == "Báo Mẫu")
    #expect(document.url == "https://bao.example/lua.html")
    #expect(folder.rejections().isEmpty)
  }

  @Test(
    arguments: [
      (
        "<meta property=\"article:published_time\" content=\"2024-05-03T08:15:00Z\">", "",
        "2024-05-03T08:15:00Z"
      ),
      (
        "<meta itemprop='datePublished' content='2024-05-03 08:15 + 07:00'>", "",
        "2024-05-03T08:15+07:00"
      ),
      ("", "<span itemprop=\"datePublished\" content=\"2024-05-03\"></span>", "2024-05-03"),
      ("", "<time datetime=\"2024-05-03T08:15\">3/5</time>", "2024-05-03T08:15"),
      ("", "<div class=\"block_timer\">Thứ sáu, 3/5/2024 | 08:15 GMT+7</div>", "2024-05-03"),
      ("", "<span class=\"x\">Thứ sáu, 03/05/2024, 08:15 (GMT+7)</span>", "2024-05-03"),
      ("", "", nil),
    ] as [(String, String, String?)])
  func findsTheDate(head: String, mark: String, published: String?) throws {
    let folder = TemporaryFolder()
    folder.write("a.html", Self.page(head: head, "\(mark)<article>\(Self.marked)</article>"))
    let document = try #require(folder.documents().first)
    #expect(document.published == published)
    #expect(document.string == Self.text)
    #expect(folder.rejections().isEmpty)
  }

  @Test func keepsTablesCellByCell() throws {
    let folder = TemporaryFolder()
    folder.write(
      "a.html",
      Self.page(
        "<article>\(Self.marked)<table><caption>Sản lượng</caption><tr><th>Huyện<th>Diện tích (ha)<th>Tăng"
          + "</tr><tr><td><p>Phù Mỹ</p><td>7.850<td><a href='/x'>3,1%</a></tr>"
          + "<tr><td>Tuy Phước<td>&nbsp;<td>2&sup2;</tr></table><p>Nguồn: Sở Mẫu</p></article>"))
    let document = try #require(folder.documents().first)
    #expect(
      document.string == Self.text + "\nSản lượng\nHuyện | Diện tích (ha) | Tăng\n"
        + "Phù Mỹ | 7.850 | 3,1%\nTuy Phước | 2²\nNguồn: Sở Mẫu")
  }

  @Test func honoursEntitiesAndInlineMarks() throws {
    let folder = TemporaryFolder()
    folder.write(
      "a.html",
      Self.page(
        "<article><p>Di&#7879;n t&iacute;ch <b>47.500</b>&nbsp;<i>ha</i>, t&#x103;ng\n  2,5&#37;"
          + " &amp; h&#417;n 100&nbsp;km<sup>2</sup> đất được tưới trong vụ này.</p>"
          + "<p hidden>Đạt 1%, không hiện ra cho người đọc thấy trên trang này.</p>"
          + "<p style='color:red; display: none'>Đạt 2%, cũng không hiện ra cho người đọc.</p>"
          + "</article>"))
    #expect(
      folder.documents().map(\.string) == [
        "Diện tích 47.500\u{A0}ha, tăng 2,5% & hơn 100\u{A0}km2 đất được tưới trong vụ này."
      ])
  }

  @Test func honoursTheDeclaredEncoding() throws {
    let folder = TemporaryFolder()
    let page = Array(
      Self.page(head: "<meta charset=\"iso-8859-1\">", "<article>QQ</article>").utf8)
    // Valid UTF-8 is taken for it, whatever is declared.
    folder.write(
      "a.html",
      page.split(separator: Array("QQ".utf8)).joined(separator: Self.marked.utf8).map { $0 })
    #expect(folder.documents().map(\.string) == [Self.text])
    let latin =
      "<html><head><meta charset=\"windows-1252\"></head><body><article><p>"
      + String(repeating: "Gi\u{E1} c\u{E0} ph\u{EA} t\u{103}ng. ", count: 8)
      + "</p></article></body></html>"
    folder.write("b.html", latin.unicodeScalars.map { $0.value > 0xFF ? 0x61 : UInt8($0.value) })
    #expect(folder.documents("b.html").first?.string.hasPrefix("Giá cà phê tang.") == true)
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in Self.page("<article>\(Self.marked)</article>").utf16 {
      utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    folder.write("c.html", utf16)
    #expect(folder.documents("c.html").map(\.string) == [Self.text])
  }

  @Test func refusesOnlyBadBytesInTheArticle() {
    let folder = TemporaryFolder()
    let parts = Self.page("<article>\(Self.marked)<p>Đạt 5QQ%.</p></article>")
      .utf8.split(separator: Array("QQ".utf8)).map(Array.init)
    folder.write("a.html", parts[0] + [0xFF] + parts[1])
    let menu = Self.page("<article>\(Self.marked)</article>").utf8
      .split(separator: Array("24 giờ".utf8), maxSplits: 1).map(Array.init)
    folder.write("b.html", menu[0] + [0xFF] + menu[1])
    #expect(folder.documents().map(\.string) == [Self.text])
    let rejections = folder.rejections()
    #expect(rejections.count == 1)
    #expect(rejections.first?.hasPrefix("ingest:not-utf8 a.html:") == true, "\(rejections)")
  }

  @Test func takesTheBodyOfLinkedDataWhereThePageHasNone() {
    let folder = TemporaryFolder()
    let data =
      "<script type='application/ld+json'>{\"@type\": [\"Thing\", \"https://schema.org/Article\"],"
      + "\"articleBody\": \"\(Self.text.split(separator: "\n").joined(separator: "\\n"))\"}</script>"
    folder.write("a.html", "<html><head>\(data)</head><body><div id='app'></div></body></html>")
    #expect(folder.documents().map(\.string) == [Self.text])
  }

  @Test func setsAListOfLinksAside() {
    let folder = TemporaryFolder()
    let links = (1...30).map {
      "<li><a href='/\($0)'>Tin số \($0) trong ngày của tòa soạn</a></li>"
    }
    folder.write("a.html", "<html><body><ul>\(links.joined())</ul></body></html>")
    #expect(folder.documents().isEmpty)
    #expect(
      folder.rejections().first?.hasPrefix(
        "ingest:empty a.html:1:1: no article is found in the page")
        == true)
  }

  @Test func knowsAPageByItsContent() {
    let folder = TemporaryFolder()
    folder.write("a.txt", Self.page("<article>\(Self.marked)</article>"))
    folder.write(
      "noending", "\u{FEFF}\n<HTML><body><article>\(Self.marked)</article></body></HTML>")
    folder.write(
      "c.html.gz", Packing.compress(Self.page("<article>\(Self.marked)</article>"), .gzip))
    #expect(folder.documents().map(\.string) == [Self.text, Self.text, Self.text])
  }

  @Test func readsAPageOfAnyDepth() {
    let folder = TemporaryFolder()
    let depth = 20_000
    folder.write(
      "a.html",
      "<html><body>" + String(repeating: "<div>", count: depth) + Self.marked
        + String(repeating: "</div>", count: depth))
    #expect(folder.documents().map(\.string) == [Self.text])
  }
}
