/// Writes the text of an article: a paragraph a line, a row of a table a line.
struct ArticleText {
  private let page: Page
  private let rules: PageRules
  private let isDropped: [Bool]
  private(set) var bytes: [UInt8] = []

  /// What stands between the cells of a row.
  private static let separator = Array(" | ".utf8)
  /// A row with more text lays out the page.
  private static let rowBytes = 4000
  /// A longer block is text even if it is one link.
  private static let linkBytes = 400

  init(_ page: Page, _ rules: PageRules, isDropped: [Bool]) {
    self.page = page
    self.rules = rules
    self.isDropped = isDropped
  }

  /// Adds the blocks, of which those in one row of a table stand together.
  mutating func add(_ blocks: ArraySlice<Page.Block>, without title: [UInt8]) {
    var index = blocks.startIndex
    while index < blocks.endIndex {
      let row = blocks[index].row
      var end = index + 1
      if row != 0 {
        while end < blocks.endIndex, blocks[end].row == row { end += 1 }
      }
      let run = blocks[index..<end].filter(isText)
      if row != 0, isTable(run) {
        addRow(run)
      } else {
        for block in run where !page.text(of: block).elementsEqual(title) {
          addLine(page.text(of: block))
        }
      }
      index = end
    }
  }

  private func isText(_ block: Page.Block) -> Bool {
    guard !isDropped[Int(block.element)] else { return false }
    if block.isLinks, block.bytes < Self.linkBytes, block.cell == 0 { return false }
    let role = page.elements[Int(block.element)].role
    let text = page.text(of: block)
    if role.contains(.date), block.bytes < 100, isStamp(Array(text)) { return false }
    return !rules.droppedLines.contains { text.starts(with: $0) }
  }

  private func isStamp(_ text: [UInt8]) -> Bool {
    HeaderDate.find(in: text, rules.headers) != nil
      || PublishedDate.iso(String(decoding: text, as: UTF8.self)) != nil
  }

  private func isTable(_ run: [Page.Block]) -> Bool {
    guard let first = run.first else { return false }
    return run.reduce(0) { $0 + $1.bytes } <= Self.rowBytes
      && run.contains { $0.cell != first.cell }
  }

  private mutating func addRow(_ run: [Page.Block]) {
    var cell: Int32 = 0
    var line: [UInt8] = []
    for block in run {
      if cell != 0 { line += block.cell == cell ? [0x20] : Self.separator }
      cell = block.cell
      line += page.text(of: block)
    }
    addLine(line[...])
  }

  private mutating func addLine(_ line: ArraySlice<UInt8>) {
    if !bytes.isEmpty { bytes.append(0x0A) }
    bytes += line
  }
}
