import Lexing
import Model
import Patterns
import Rules

/// Reads the figures of documents. One for each worker: it keeps its buffers from one document to
/// the next.
public final class Extractor {
  private let rules: RuleSet
  private let lexer: Lexer
  private let matcher = Matcher()
  private let tokens = TokenBuffer()
  private let hits: HitMemory
  private let names = RuleNames()

  public init(rules: RuleSet) {
    self.rules = rules
    lexer = Lexer(lexicon: rules.lexicon)
    hits = HitMemory(trie: rules.trie)
  }

  /// Texts longer than this are read in pieces cut at line breaks or spaces, so that memory does
  /// not grow with the document.
  static let pieceBytes = 1 << 20

  /// Made when the first figure is to be explained.
  private lazy var catalog = RuleCatalog(rules)

  /// Reads a document: its figures, and every numeral with its disposition.
  ///
  /// - Parameter isExplaining: Gives what each attribute comes from, too.
  public func read(_ document: Document, isExplaining: Bool = false) -> DocumentReading {
    var reading = DocumentReading(document: document)
    document.text.withUnsafeBufferPointer { text in
      var positions = TextPosition(text)
      var start = 0
      while start < text.count {
        let end = Self.pieceEnd(in: text, from: start)
        let piece = UnsafeBufferPointer(rebasing: text[start..<end])
        read(piece, at: start, document, isExplaining, &positions, &reading)
        start = end
      }
    }
    return reading
  }

  private static func pieceEnd(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard text.count - start > pieceBytes else { return text.count }
    let limit = start + pieceBytes
    for separator in [UInt8(ascii: "\n"), UInt8(ascii: " ")] {
      var end = limit
      while end > start + pieceBytes / 2, text[end - 1] != separator { end -= 1 }
      if text[end - 1] == separator { return end }
    }
    var end = limit
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  private func read(
    _ text: UnsafeBufferPointer<UInt8>, at offset: Int, _ document: Document,
    _ isExplaining: Bool, _ positions: inout TextPosition, _ reading: inout DocumentReading
  ) {
    lexer.scan(text, into: tokens)
    let scan = Scan(
      text: text, tokens: tokens.tokens, hits: hits.hits(in: tokens), rules: rules, names: names)
    if isExplaining { scan.trace = Trace() }
    var reader = NumeralReader(scan: scan, matcher: matcher)
    reader.run()
    var output = ReadingWriter(scan: scan, document: document.id, offset: offset)
    if isExplaining {
      output.evidence = EvidenceWriter(
        scan: scan, catalog: catalog, byteOffset: offset,
        charOffset: positions.charOffset(atByte: offset))
    }
    let items = reader.items
    output.write(
      items,
      {
        FigureBuilder(
          scan: scan, items: items, published: document.published, place: document.place)
      }, &positions, &reading)
  }
}
