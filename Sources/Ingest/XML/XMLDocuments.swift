import Model

/// Gathers documents from the elements of an XML file, as crawlers write them.
///
/// Scrapy's `<items>` holds a record an element, whose elements are named like the keys of JSON.
/// trafilatura's `<doc>` has the metadata as attributes, and its TEI in a header; both are one
/// document, with the text in paragraphs, list items and rows of tables.
struct XMLDocuments {
  /// What was read of one record.
  struct Record {
    var raw = RawDocument()
    var number = 0
    /// Its bytes in the file, and its first line.
    var range = 0..<0
    var line = 1
    var isTooLong = false
    /// What the parser objected to.
    var problem: String?
  }

  private enum Layout { case records, page, tei }

  private let fields: FieldNames
  private let limit: Int
  private var layout = Layout.records
  /// The names of the open elements, in small letters.
  private var open: [String] = []
  private var record: Record?
  private var count = 0
  /// Where the next record starts.
  private var nextStart = 0
  /// Those that are complete.
  var finished: [Record] = []
  /// Where what is read now goes.
  private var value: [UInt8] = []
  private var field: FieldNames.Match?
  private var isInText = false
  /// In the text of a page: what comes next begins a line, a cell, or a word.
  private var text = XMLText()

  init(_ fields: FieldNames, limit: Int) {
    self.fields = fields
    self.limit = limit
  }

  var isEmpty: Bool { count == 0 }
  /// Whether the file is one document.
  var isAlone: Bool { layout != .records }
  /// Whether a record is being read.
  var isInRecord: Bool { record != nil }

  mutating func start(_ name: String, _ attributes: [(String, String)], line: Int) {
    open.append(name)
    switch (open.count, name) {
    case (1, "doc"): begin(.page, line)
    case (1, "tei"): begin(.tei, line)
    case (2, _) where layout == .records: begin(.records, line)
    default: break
    }
    if layout == .page, open.count == 1 {
      for (name, value) in attributes { take(value, named: name) }
    }
    switch layout {
    case .records: startField(name)
    case .page:
      if open.count == 2 { isInText = name == "main" }
      if isInText { text.start(name) }
    case .tei:
      if name == "div" { isInText = attributes.contains { $0 == ("type", "entry") } }
      if isInText { text.start(name) } else { startHeader(name, attributes) }
    }
  }

  /// - Parameter offset: where the element ends in the file.
  mutating func end(_ name: String, offset: Int, problem: () -> String?) {
    if isInText { text.end(name) }
    if layout == .page && open.count == 2 || layout == .tei && name == "div" { isInText = false }
    if let field, isFieldEnd {
      take(value, field)
      self.field = nil
    }
    open.removeLast()
    guard open.count == (layout == .records ? 1 : 0), var record else { return }
    if layout != .records, let match = fields.match("text") {
      record.raw.take(text: text.bytes, match)
    }
    record.range = record.range.lowerBound..<max(record.range.lowerBound, offset)
    record.problem = problem()
    finished.append(record)
    self.record = nil
  }

  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard value.count + text.bytes.count + bytes.count <= limit else {
      record?.isTooLong = true
      return
    }
    if isInText {
      text.add(bytes)
    } else if field != nil {
      value.append(contentsOf: bytes)
    }
  }

  /// Takes note of where the next record may start.
  mutating func move(to offset: Int) {
    if record == nil { nextStart = offset }
  }

  private mutating func begin(_ layout: Layout, _ line: Int) {
    self.layout = layout
    count += 1
    record = Record(number: count, range: nextStart..<nextStart, line: line)
    text = XMLText()
    isInText = false
  }

  // MARK: Fields

  private mutating func startField(_ name: String) {
    switch open.count {
    case 3:
      field = fields.match(name).flatMap { record?.raw.wants($0) == true ? $0 : nil }
      value.removeAll(keepingCapacity: true)
    case 4... where field != nil && !value.isEmpty && value.last != 0x0A:
      // Scrapy gives each paragraph as an element.
      value.append(field?.field == .text ? 0x0A : 0x20)
    default: break
    }
  }

  private mutating func startHeader(_ name: String, _ attributes: [(String, String)]) {
    let path = open.suffix(2).joined(separator: "/")
    if path == "publicationstmt/ptr", let target = attributes.first(where: { $0.0 == "target" }) {
      take(target.1, named: "url")
    }
    guard let name = Self.headerNames[path] else { return }
    field = fields.match(name).flatMap { record?.raw.wants($0) == true ? $0 : nil }
    value.removeAll(keepingCapacity: true)
  }

  private static let headerNames = [
    "titlestmt/title": "title", "titlestmt/author": "author", "publicationstmt/date": "date",
    "publicationstmt/publisher": "sitename",
  ]

  private var isFieldEnd: Bool { layout == .records ? open.count == 3 : true }

  private mutating func take(_ value: String, named name: String) {
    guard let match = fields.match(name), record?.raw.wants(match) == true else { return }
    record?.raw.take(value, match)
  }

  private mutating func take(_ value: [UInt8], _ match: FieldNames.Match) {
    let trimmed = value[...].trimmingBlanks
    if match.field == .text {
      record?.raw.take(text: Array(trimmed), match)
    } else {
      record?.raw.take(String(decoding: trimmed, as: UTF8.self), match)
    }
  }
}

/// The text of a page in XML: a paragraph a line, a row of a table a line.
struct XMLText {
  private(set) var bytes: [UInt8] = []
  private var isBlank = false

  private static let lines: Set<String> = [
    "p", "head", "ab", "item", "row", "quote", "lb", "list", "table", "div", "main", "code",
  ]

  mutating func start(_ name: String) {
    if Self.lines.contains(name) {
      endLine()
    } else if name == "cell", let last = bytes.last, last != 0x0A {
      bytes += Array(" | ".utf8)
      isBlank = false
    }
  }

  mutating func end(_ name: String) { if Self.lines.contains(name) { endLine() } }

  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      if byte <= 0x20 {
        isBlank = true
        continue
      }
      if isBlank, let last = bytes.last, last != 0x0A, last != 0x20 { bytes.append(0x20) }
      isBlank = false
      bytes.append(byte)
    }
  }

  private mutating func endLine() {
    isBlank = false
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
  }
}
