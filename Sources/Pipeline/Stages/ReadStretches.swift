import Extraction
import Model
import Rules
import Validation
import Warehouse

/// The stretches of a document's reading, extracted anew each time, with what is known of them.
struct ReadStretches: Sendable {
  let document: Document
  let pieces: [TextPiece]
  /// Of each piece.
  let objections: [Objections]
  /// What relations say of figures, by the places of these among those that are left of the document.
  let verdicts: [Int: [Verdict]]
  let rules: RuleSet

  func forEach(_ body: (DocumentReading) throws -> Void) throws {
    let stages = Stages(rules: rules)
    var first = 0
    for (piece, objections) in zip(pieces, objections) {
      var reading = stages.extract(document, piece, isExplaining: false)
      objections.apply(to: &reading)
      for index in reading.figures.indices {
        guard let verdicts = verdicts[first + index] else { continue }
        reading.figures[index].verdicts += verdicts
      }
      first += reading.figures.count
      try body(reading)
      // What a piece took lies about in so many places that little of it is used again.
      Warehouse.returnMemory()
    }
  }
}
