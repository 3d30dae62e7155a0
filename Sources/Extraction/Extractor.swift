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
  private let lists = ListMemory()

  public init(rules: RuleSet) {
    self.rules = rules
    lexer = Lexer(lexicon: rules.lexicon, trie: rules.trie)
    hits = HitMemory(trie: rules.trie)
  }

  /// Made when the first figure is to be explained.
  private lazy var catalog = RuleCatalog(rules)

  /// Reads a document: its figures, and every numeral with its disposition.
  ///
  /// - Parameter isExplaining: Gives what each attribute comes from, too.
  public func read(_ document: Document, isExplaining: Bool = false) -> DocumentReading {
    var reading = DocumentReading(document: document)
    for piece in TextPieces(document.text) { read(piece, of: document, isExplaining, &reading) }
    return reading
  }

  /// Reads one piece of a document: what lies in it. The readings of all pieces, one after the
  /// other, are that of the document.
  public func read(
    _ piece: TextPiece, of document: Document, isExplaining: Bool = false
  ) -> DocumentReading {
    var reading = DocumentReading(document: document)
    read(piece, of: document, isExplaining, &reading)
    return reading
  }

  private func read(
    _ piece: TextPiece, of document: Document, _ isExplaining: Bool,
    _ reading: inout DocumentReading
  ) {
    document.text.withUnsafeBufferPointer { text in
      let start = piece.bytes.lowerBound
      var positions = TextPosition(text, fromByte: start, char: piece.charOffset)
      let bytes = UnsafeBufferPointer(rebasing: text[piece.bytes])
      read(bytes, at: start, document, isExplaining, &positions, &reading)
    }
  }

  private func read(
    _ text: UnsafeBufferPointer<UInt8>, at offset: Int, _ document: Document,
    _ isExplaining: Bool, _ positions: inout TextPosition, _ reading: inout DocumentReading
  ) {
    lexer.scan(text, into: tokens)
    let scan = Scan(
      text: text, tokens: tokens.tokens, hits: hits.hits(in: tokens), rules: rules, names: names,
      lists: lists)
    if isExplaining { scan.trace = Trace() }
    let reader = NumeralReader(scan: scan, matcher: matcher)
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
    lists.items.keep(items)
  }
}
