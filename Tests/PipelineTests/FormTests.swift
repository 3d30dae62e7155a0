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

  @Test("gives the same figures in all of them")
  func sameFigures() throws {
    let site = try load()
    #expect(try site.rows("SELECT document, reason FROM rejections WHERE stage = 'ingest'") == [])
    let documents = try site.rows("SELECT document FROM documents ORDER BY path")
    #expect(documents.count == Self.forms.count)
    let all = try site.rows(
      """
      SELECT d.document, f.quote, f.kind, f.value, f.upper, f.unit, f.qualifier, f.change, f.status,
        f.period, f.place, f.subject, f.source
      FROM figures AS f JOIN documents AS d ON d.document = f.document ORDER BY f.char_start
      """)
    var figures: [String: [String]] = [:]
    for row in all {
      let columns = row.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      figures[String(columns[0]), default: []].append(String(columns[1]))
    }
    let first = try #require(documents.first.flatMap { figures[$0] })
    #expect(first.count == 11)
    for document in documents { #expect(figures[document] == first, "\(document)") }
  }

  @Test("is one text that appeared ten times")
  func oneText() throws {
    let site = try load()
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
