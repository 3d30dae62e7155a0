import Extraction
import Model
import Validation
import Warehouse

extension Stages {
  /// A text longer than this is read in stretches: memory does not hold all of its figures at once.
  static let longestWhole = 4 << 20

  /// Reads a document, and makes it ready to be stored.
  ///
  /// - Parameter isWhole: Memory may hold all of its figures.
  func prepare(
    _ document: Document, refused: [Rejection] = [], rulesDigest: String, isWhole: Bool
  ) -> (PreparedReading, ReadingCounts) {
    guard isWhole else {
      return readInStretches(document, refused: refused, rulesDigest: rulesDigest)
    }
    let reading = read(document, refused: refused)
    return (PreparedReading(reading, rulesDigest: rulesDigest), ReadingCounts(reading))
  }

  /// The same as ``read(_:refused:)``, made ready to be stored.
  ///
  /// The pieces of the text are extracted three times, which takes less than keeping what they give:
  /// to see what the document has, to judge it, and, by whoever stores it, to make its rows.
  func readInStretches(
    _ document: Document, refused: [Rejection], rulesDigest: String
  ) -> (PreparedReading, ReadingCounts) {
    let clock = ContinuousClock()
    let start = clock.now
    // What large pieces take is given up with these stages; their like are made when it is stored.
    let stages = Stages(rules: rules)
    let pieces = Array(TextPieces(document.text))
    let validator = StretchValidator(self.validator, text: document.text)
    for piece in pieces {
      validator.survey(stages.extract(document, piece, isExplaining: false).figures)
      Warehouse.returnMemory()
    }
    var gatherer = StretchGatherer(document)
    var counts = ReadingCounts(textBytes: document.text.count)
    var (rejections, refusals): ([Rejection], [Rejection]) = (refused, [])
    var objections: [Objections] = []
    for piece in pieces {
      var reading = stages.extract(document, piece, isExplaining: false)
      let known = reading.rejections.count
      objections.append(validator.judge(&reading))
      rejections += reading.rejections[..<known]
      refusals += reading.rejections[known...]
      gatherer.add(reading)
      counts.add(reading)
      Warehouse.returnMemory()
    }
    let middle = clock.now
    let relations = validator.finish()
    rejections += refusals
    counts.add(relations, rejections)
    let signature = TextSignature(of: document.text, likeness)
    let stretches = ReadStretches(
      document: document, pieces: pieces, objections: objections,
      verdicts: StretchValidator.verdicts(of: relations), rules: rules)
    let prepared = gatherer.finish(
      relations: relations, rejections: rejections, signature: signature,
      rulesDigest: rulesDigest, stretches: { try stretches.forEach($0) })
    extracting += middle - start
    validating += clock.now - middle
    return (prepared, counts)
  }
}
