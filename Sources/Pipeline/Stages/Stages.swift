import Extraction
import Model
import Rules
import Validation

/// The stages from a document to what the warehouse stores. One for each worker: it keeps the
/// extraction's buffers from one document to the next.
public final class Stages {
  let rules: RuleSet
  private let extractor: Extractor
  /// Made when the first figure is to be validated.
  private(set) lazy var validator = Validator(rules: rules)
  let likeness: LikenessLimits
  /// How long each stage was at work.
  var extracting = Duration.zero
  var validating = Duration.zero

  public init(rules: RuleSet, likeness: LikenessLimits = LikenessLimits()) {
    self.likeness = likeness
    self.rules = rules
    extractor = Extractor(rules: rules)
  }

  /// The figures of a document, and every numeral with its disposition.
  ///
  /// - Parameter isExplaining: Gives what each attribute comes from, too.
  public func extract(_ document: Document, isExplaining: Bool = false) -> DocumentReading {
    extractor.read(document, isExplaining: isExplaining)
  }

  /// What lies in a piece of a document; in the whole without one.
  func extract(
    _ document: Document, _ piece: TextPiece?, isExplaining: Bool
  ) -> DocumentReading {
    guard let piece else { return extract(document, isExplaining: isExplaining) }
    return extractor.read(piece, of: document, isExplaining: isExplaining)
  }

  /// The same with verdicts and relations.
  public func validate(_ reading: DocumentReading) -> DocumentReading {
    validator.validate(reading)
  }

  /// Both in one go.
  ///
  /// - Parameter refused: what the reading of the raw file had to say about the document.
  func read(_ document: Document, refused: [Rejection] = []) -> DocumentReading {
    let clock = ContinuousClock()
    let start = clock.now
    let extracted = extract(document)
    let middle = clock.now
    var reading = validate(extracted)
    reading.signature = TextSignature(of: document.text, likeness)
    extracting += middle - start
    validating += clock.now - middle
    reading.rejections.insert(contentsOf: refused, at: 0)
    return reading
  }

  /// Takes the times of the stages and starts counting anew.
  func takeTimes() -> (extracting: Duration, validating: Duration) {
    defer { (extracting, validating) = (.zero, .zero) }
    return (extracting, validating)
  }
}
