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
  private var map: FigureMap?

  /// - Parameter text: the whole text of the document.
  public init(_ validator: Validator, text: [UInt8]) {
    self.validator = validator
    self.text = text
  }

  /// Looks at a stretch for the first time.
  public func survey(_ figures: [Figure]) {
    article.add(figures)
    surveyed += figures.count
  }

  /// Does to a stretch what ``Validator/validate(_:)`` does to a document, but for the relations: to
  /// be called for all stretches again, when each was surveyed.
  ///
  /// - Returns: what was objected to, so that it can be done to the stretch once more.
  public func judge(_ reading: inout DocumentReading) -> Objections {
    let first = judged
    judged += reading.figures.count
    return text.withUnsafeBufferPointer { text in
      let objections = validator.objections(
        to: reading.figures, from: first, of: article, in: text, scratch)
      objections.apply(to: &reading)
      if map == nil { map = FigureMap(count: surveyed) }
      map?.add(reading.figures, validator.gaps(in: text))
      return objections
    }
  }

  /// The relations of the whole document, by the places of the figures that are left of it; to be
  /// called once, at the end.
  public func relations() -> [Relation] {
    article = Article()
    // A document without figures has no map, and no relations.
    guard var map = map.take() else { return [] }
    text.withUnsafeBufferPointer { map.finish(validator.gaps(in: $0)) }
    return validator.relations(in: map)
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
