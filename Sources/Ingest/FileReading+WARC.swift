import Model

extension FileReading {
  /// Reads the Vietnamese pages of a web archive.
  func readWARC<Failure: Error>(
    _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    var records = WARCReader(bytes, limit: limit)
    let reader = PageReader(rules: options.pageRules)
    var others = OtherPages()
    while true {
      let event: WARCReader.Event?
      do throws(StreamError) {
        event = try records.next()
      } catch {
        try body(cut(error, record: records.number))
        break
      }
      switch event {
      case nil:
        return try others.tell(path, file, body)
      case .broken(let number, let offset, let reason):
        // How many records lie in what was passed over is not known.
        progress.cut()
        let place = "\(path): record \(number), byte \(offset)"
        try body(.refused(file, "warc", "\(place): \(reason); reading goes on at the next record"))
      case .record(let record): try read(record, reader, &others, body)
      }
    }
    try others.tell(path, file, body)
  }

  private func read<Failure: Error>(
    _ record: WARCReader.Record, _ reader: PageReader, _ others: inout OtherPages,
    _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    let url = record.fields["warc-target-uri"].map {
      $0.hasPrefix("<") ? String($0.dropFirst().dropLast()) : $0
    }
    let place = FilePlace(path: "\(path)#\(record.number)", offset: record.offset)
    let page: (content: [UInt8], charset: String?)
    do throws(StreamError) {
      page = try content(of: record)
    } catch {
      // The place says already which file it is.
      let words = error.reason
      let named = "\(path): "
      return try refuse(
        record, words.hasPrefix(named) ? String(words.dropFirst(named.count)) : words, body)
    }
    let document: PageDocument
    do throws(TextDecoder.Failure) {
      document = try PageDocument(
        page.content, declared: page.charset, at: place, rules: options.rules, reader: reader)
    } catch {
      progress.breakRecord()
      return try body(
        .rejection(
          Rejection(document: file, stage: .ingest, rule: error.rule, reason: error.reason)))
    }
    guard let text = document.raw.text else { return others.addWithoutArticle(url) }
    guard VietnameseLetters.areIn(text) else { return others.addForeign(url) }
    var raw = document.raw
    raw.metadata[.url] = url ?? raw.metadata[.url]
    raw.retrieved = record.fields["warc-date"]
    raw.source.record = record.offset..<(record.offset + record.length)
    try maker.make(
      raw, fallbackID: place.path, record: record.number,
      place: FilePlace(path: path, offset: record.offset), body)
  }

  private func refuse<Failure: Error>(
    _ record: WARCReader.Record, _ reason: String, _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    let place = "\(path): record \(record.number), byte \(record.offset)"
    progress.breakRecord()
    try body(.refused(file, "warc", "\(place): \(reason)"))
  }

  private func content(
    of record: WARCReader.Record
  ) throws(StreamError) -> (content: [UInt8], charset: String?) {
    guard record.fields["warc-type"]?.lowercased() == "response" else {
      let type = record.fields["content-type"] ?? ""
      return (record.block, PageCharset.declared(in: Array(type.utf8)[...]))
    }
    guard let response = HTTPResponse(record.block[...]) else { return ([], nil) }
    return (try response.page(path: path, limits: options.limits), response.charset)
  }
}

/// Pages of an archive that are no Vietnamese articles: most of a crawl. They are counted, and told
/// of once.
private struct OtherPages {
  private var foreign = 0
  private var withoutArticle = 0
  private var firstForeign: String?
  private var firstWithoutArticle: String?

  mutating func addForeign(_ url: String?) {
    foreign += 1
    firstForeign = firstForeign ?? url
  }

  mutating func addWithoutArticle(_ url: String?) {
    withoutArticle += 1
    firstWithoutArticle = firstWithoutArticle ?? url
  }

  func tell<Failure: Error>(
    _ path: String, _ file: String, _ body: (IngestItem) throws(Failure) -> Void
  ) throws(Failure) {
    if foreign > 0 {
      try body(
        .refused(
          file, "foreign",
          "\(path): pages that are not Vietnamese and were set aside: \(foreign), "
            + "the first \(firstForeign ?? "without an address"); nothing is to be done"))
    }
    if withoutArticle > 0 {
      try body(
        .refused(
          file, "no-article",
          "\(path): pages without an article that were set aside: "
            + "\(withoutArticle), the first \(firstWithoutArticle ?? "without an address"); look at "
            + "one, and leave it so if it is a list of links"))
    }
  }
}
