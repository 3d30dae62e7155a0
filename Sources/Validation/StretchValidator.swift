import Model
import Rules

/// Judges a document whose figures are handed over in stretches, twice in the same order: what is
/// kept of each figure meanwhile is a small part of it.
public final class StretchValidator {
  private let validator: Validator
  private let text: [UInt8]
  private let scratch = TextConditionScratch()
  private var article = Article()
  /// How many figures were surveyed, and how many of them judged.
  private var surveyed = 0
  private var judged = 0
  private var relations: RelationWindows

  /// - Parameter text: the whole text of the document.
  public init(_ validator: Validator, text: [UInt8]) {
    self.validator = validator
    self.text = text
    relations = RelationWindows(validator)
  }

  /// Looks at a stretch for the first time.
  public func survey(_ figures: [Figure]) {
    article.survey(figures, from: surveyed)
    surveyed += figures.count
  }

  /// Does to a stretch what ``Validator/validate(_:)`` does to a document, but for the relations: to
  /// be called for all stretches again, when each was surveyed.
  ///
  /// - Returns: what was objected to, so that it can be done to the stretch once more.
  public func judge(_ reading: inout DocumentReading) -> Objections {
    let first = judged
    judged += reading.figures.count
    article.narrow(to: reading.figures, from: first)
    return text.withUnsafeBufferPointer { text in
      let objections = validator.objections(
        to: reading.figures, from: first, of: article, in: text, scratch)
      objections.apply(to: &reading)
      relations.add(reading.figures, validator.gaps(in: text))
      return objections
    }
  }

  /// The relations of the whole document, by the places of the figures that are left of it; to be
  /// called once, at the end.
  public func finish() -> [Relation] {
    article = Article()
    return text.withUnsafeBufferPointer { relations.finish(validator.gaps(in: $0)) }
  }

  /// What relations say of the figures that they name, by the places of these.
  public static func verdicts(of relations: [Relation]) -> [Int: [Verdict]] {
    var verdicts: [Int: [Verdict]] = [:]
    for relation in relations {
      let verdict = Validator.verdict(of: relation)
      for figure in relation.figures { verdicts[figure, default: []].append(verdict) }
    }
    return verdicts
  }
}
