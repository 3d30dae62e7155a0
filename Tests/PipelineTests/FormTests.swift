import Testing

@testable import Pipeline

/// One article of our own in the forms that articles come in, each made by other programs than this
/// one: Python's codecs and CSV, iconv, gzip, zstd.
@Suite("One article in ten forms")
struct FormTests {
  private static let forms = [
    "article.json", "article.txt", "crawl.warc.gz", "decomposed.txt", "dump.csv", "packed.txt.zst",
    "page.html", "tcvn3.txt", "utf16.txt", "windows-1258.txt",
  ]

  private func load() throws -> Site {
    let site = Site()
    for form in Self.forms {
      try site.write(
        form, Site.bytes(Site.package + "/Tests/PipelineTests/Fixtures/forms/" + form))
    }
    try site.run()
    return site
  }

  @Test("gives the same figures in each of them", arguments: forms)
  func sameFigures(form: String) throws {
    func figures(_ form: String) throws -> [String] {
      let site = Site()
      try site.write(
        form, Site.bytes(Site.package + "/Tests/PipelineTests/Fixtures/forms/" + form))
      try site.run()
      #expect(try site.rows("SELECT document, reason FROM rejections WHERE stage = 'ingest'") == [])
      return try site.rows(
        """
        SELECT quote, kind, value, upper, unit, qualifier, change, status, period, place, subject,
          source
        FROM figures ORDER BY char_start
        """)
    }
    let first = try figures("article.txt")
    #expect(first.count == 11)
    #expect(try figures(form) == first)
  }

  @Test("is one text that appeared ten times")
  func oneText() throws {
    let site = try load()
    // Once from the pages, whose title stands apart from the text, and once from all others.
    #expect(try site.rows("SELECT count(DISTINCT text_document) FROM appearances") == ["2"])
    #expect(try site.rows("SELECT count(*) FROM figures") == ["22"])
    #expect(
      try site.rows("SELECT count(*), count(DISTINCT cluster) FROM appearances") == ["10|1"])
  }

  @Test("says what each was read from")
  func origins() throws {
    let site = try load()
    let origins = try site.rows(
      """
      SELECT replace(path, rtrim(path, replace(path, '/', '')), ''), encoding,
        raw_end > raw_start AND encoding_confidence > 90
      FROM documents ORDER BY path
      """)
    #expect(
      origins
        == Self.forms.map { form in
          let encoding =
            ["tcvn3.txt": "tcvn3", "utf16.txt": "utf-16le", "windows-1258.txt": "windows-1258"][
              form]
          return "\(form)|\(encoding ?? "utf-8")|1"
        })
  }
}
