/// What an HTML page holds, in the order of the page: its elements, and its text in blocks.
struct Page {
  /// An element that is no mere part of a line. The first one is above all others.
  struct Element {
    /// The element that it stands in, whose index is lower.
    var parent: Int32
    var role: PageRole
  }

  /// A piece of text that nothing but inline elements interrupts: a paragraph, a cell, a list item.
  struct Block {
    var element: Int32
    /// Where its text stands in ``text``; white space in it is single blanks.
    var start: Int
    var end: Int
    /// How much of it is in links.
    var linkBytes: Int
    /// The cell of a table that it stands in, and the row of the cell; 0 for none.
    var cell: Int32
    var row: Int32

    var bytes: Int { end - start }
    var plainBytes: Int { bytes - linkBytes }
    /// A link, or a list of them.
    var isLinks: Bool { linkBytes * 3 > bytes * 2 }
  }

  /// What a meta tag or a marked element says.
  struct Statement {
    var match: PageRules.MetaMatch
    var value: String
  }

  var elements: [Element] = [Element(parent: 0, role: .root)]
  var blocks: [Block] = []
  var text: [UInt8] = []
  var statements: [Statement] = []
  /// The texts of the scripts that hold linked data.
  var linkedData: [[UInt8]] = []
  /// What the `title` element says.
  var title: [UInt8] = []
  /// The address that the page gives for itself.
  var canonical: String?
  /// The dates of `time` elements.
  var times: [String] = []
  /// The language of the `html` element.
  var language: String?

  func text(of block: Block) -> ArraySlice<UInt8> { text[block.start..<block.end] }

  /// The best that was said of a field; no address of an author's page.
  func statement(_ field: DocumentField) -> String? {
    statements.filter {
      $0.match.field == field && !(field == .author && RawDocument.isAddress($0.value))
    }.min { $0.match.rank < $1.match.rank }?.value
  }
}
