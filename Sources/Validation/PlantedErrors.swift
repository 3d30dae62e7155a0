import Model
import Rules

/// Measures validation: plants errors in copies of articles and counts how many are noticed.
///
/// The same documents, rules, seed and count give the same errors.
public struct PlantedErrors: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// One digit changed.
    case digit
    /// A decimal sign, or one between groups, moved by a digit.
    case separator
    /// A scale word swapped for another one.
    case scale
    /// A unit swapped for another one of its kind.
    case unit
  }

  /// What became of the errors of one kind.
  public struct Tally: Sendable, Hashable {
    public var planted = 0
    /// Refused, or objected to by a rule.
    public var flaggedByRules = 0
    /// A member of a broken relation.
    public var flaggedByArithmetic = 0
    /// Either.
    public var flagged = 0
    /// Not flagged, but a relation that confirmed the figure no longer does.
    public var unconfirmed = 0
    /// Correct figures that an error took with it, as members of the relation that it broke.
    public var companions = 0
    /// Correct figures flagged besides.
    public var bystanders = 0

    static func += (left: inout Tally, right: Tally) {
      left.planted += right.planted
      left.flaggedByRules += right.flaggedByRules
      left.flaggedByArithmetic += right.flaggedByArithmetic
      left.flagged += right.flagged
      left.unconfirmed += right.unconfirmed
      left.companions += right.companions
      left.bystanders += right.bystanders
    }
  }

  public struct Report: Sendable {
    public var tallies: [Kind: Tally] = [:]
    /// Figures of the documents as they are.
    public var correct = 0
    /// Of those, how many are refused, objected to or in a broken relation.
    public var wronglyFlagged = 0
    /// What was said of each of those.
    public var wrongFlags: [String] = []
    /// Each planted error: the kind, what stood there, what was made of it, and what noticed it.
    public var plants: [String] = []

    /// The errors of all kinds together.
    public var total: Tally {
      tallies.values.reduce(into: Tally()) { $0 += $1 }
    }
  }

  private let planter: Planter
  private let validator: Validator
  private let seed: UInt64
  private let count: Int

  public init(rules: RuleSet, seed: UInt64 = 1, count: Int = 200) {
    planter = Planter(rules: rules)
    validator = Validator(rules: rules)
    self.seed = seed
    self.count = count
  }

  /// Plants errors in copies of `documents`; `read` extracts the figures of one.
  public func run(
    on documents: [Document], read: (Document) -> DocumentReading
  ) -> Report {
    var report = Report()
    var generator = SeededGenerator(seed: seed)
    let extracted = documents.map(read)
    let originals = extracted.map { Judgement(validator.validate($0)) }
    for (reading, judgement) in zip(extracted, originals) {
      report.correct += reading.figures.count
      let flags = judgement.flagged.filter { !$0.isUnread }
      report.wronglyFlagged += flags.count
      report.wrongFlags += flags.map(\.message)
    }
    for number in 0..<count {
      let kind = Kind.allCases[number % Kind.allCases.count]
      guard let (index, plant) = pick(kind, extracted, &generator) else { continue }
      var copy = documents[index]
      copy.text.replaceSubrange(plant.range, with: plant.replacement)
      copy.digest = ""
      let judgement = Judgement(validator.validate(read(copy)))
      report.note(plant, judgement, original: originals[index])
    }
    return report
  }

  /// A place for an error of this kind, anywhere in the documents.
  private func pick(
    _ kind: Kind, _ readings: [DocumentReading], _ generator: inout SeededGenerator
  ) -> (Int, Plant)? {
    // Most figures have digits and units; for the rest a few more attempts are enough.
    for _ in 0..<1000 {
      let index = generator.below(max(1, readings.count))
      guard readings.indices.contains(index),
        let figure = generator.pick(readings[index].figures),
        let plant = planter.plant(kind, in: figure, of: readings[index], &generator)
      else { continue }
      return (index, plant)
    }
    return nil
  }
}

extension PlantedErrors.Report {
  /// Compares what is said of the copy with what was said of the original.
  fileprivate mutating func note(
    _ plant: Plant, _ judgement: Judgement, original: Judgement
  ) {
    let new = judgement.flagged.filter { !original.isFlagged($0.moved(before: plant)) }
    let own = new.filter { $0.range.overlaps(plant.newRange) }
    let isInRelation = own.contains { $0.isBroken }
    let others = new.filter { !$0.range.overlaps(plant.newRange) }
    tallies[plant.kind, default: .init()].planted += 1
    if own.contains(where: \.isRuled) { tallies[plant.kind]?.flaggedByRules += 1 }
    if isInRelation { tallies[plant.kind]?.flaggedByArithmetic += 1 }
    let isFlagged = !own.isEmpty
    let confirmation = original.confirmed.first { $0.range.overlaps(plant.range) }
    let wasConfirmed = confirmation != nil
    let isConfirmed = judgement.confirmed.contains { $0.range.overlaps(plant.newRange) }
    if isFlagged { tallies[plant.kind]?.flagged += 1 }
    if !isFlagged, wasConfirmed, !isConfirmed { tallies[plant.kind]?.unconfirmed += 1 }
    let companions = isInRelation ? others.count { $0.isBroken && !$0.isRuled } : 0
    tallies[plant.kind]?.companions += companions
    tallies[plant.kind]?.bystanders += others.count - companions
    let lost = isConfirmed ? nil : confirmation.map { "unconfirmed, was \($0.message)" }
    let notice = own.first?.message ?? lost ?? "-"
    plants.append("\(plant.kind.rawValue): \(plant.before) → \(plant.after): \(notice)")
  }
}
