import Model

extension FigureBuilder {
  /// What a later figure of the clause may need of one.
  struct Part {
    /// Where its noun begins.
    var noun: Int
    /// Where the noun phrase begins that ends with it: giá trị hợp tác | hai nước.
    var phrase: Int?
  }

  /// What is planned or expected in a sentence, which the next one may give the parts of.
  final class Plan {
    var status: (Status, String)
    /// What the first and the last of its figures are numbers of.
    let first: String?
    var last: String?
    /// The next sentence opens with what is to be done.
    var isDirective = false

    init(_ status: (Status, String), of unit: String?) {
      self.status = status
      first = unit
      last = unit
    }
  }

  /// What carries on from figure to figure. A class, as it is large, and handed to nearly all that
  /// reads a figure's context.
  final class Carried {
    var paragraph = -1
    var paragraphStart = 0
    var period: Period?
    /// The sentences without a figure since the last one with a figure or a period.
    var silence = 0
    /// The figure before is of now, whatever time its sentence named before it.
    var isNow = false
    /// The figure before has a period.
    var hasPeriod = false
    var source: Citation?
    /// The number of the sentence that cites it.
    var cited = 0
    var subject: Range<Int>?
    /// What the paragraph before measured last.
    var lastSubject: Range<Int>?
    /// What was measured before that, in the same sentence.
    var earlierSubject: Range<Int>?
    var part: Part?
    /// What was measured before the bracket that the last figure stands in.
    var outerSubject: Range<Int>?
    var isInBracket = false
    /// The last bracket before the figure.
    var bracket = LastMatch()
    var basis: Range<Int>?
    /// No basis stands before this token in the sentence.
    var unbased = 0
    var change: Change?
    /// The status of the figure before in the sentence, and its rule, where words gave it.
    var status: (Status, String)?
    /// What the sentence says is planned or expected, and what the one before it did where this one
    /// goes on with it.
    var plan, whole: Plan?
    /// The amount of money, or per something, that the figure before gave.
    var price: Quantity?
    var countUnit: String?
    /// The last count was one of millions.
    var countsMillions = false
    /// The foreign currency of the amounts before, for one that leaves it out.
    var currency: String?
    var figureEnd = 0
    /// Likewise, of the last figure that nothing denies.
    var assertedEnd = 0
    var sentenceStart = 0
    /// The sentence has a word by which somebody may be cited.
    var mayCite = false
    /// The last lần lượt, and the last words of a status, before the figure.
    var turn = LastMatch()
    var statusWords = LastMatch()
    /// The first words behind a period that say of something that it was done.
    var done = FirstMatch()
    /// The figure before stood in brackets.
    var isBracketed = false

    /// Takes up what is planned or expected of a figure.
    func plan(_ status: (Status, String), _ unit: String?) {
      guard let plan else {
        self.plan = Plan(status, of: unit)
        return
      }
      plan.status = status
      plan.last = unit
    }

    /// Takes up what a figure measures.
    func measure(_ phrase: Range<Int>) {
      guard phrase != subject else { return }
      earlierSubject = subject.flatMap { $0.lowerBound >= sentenceStart ? $0 : nil }
      subject = phrase
    }
  }

  /// Takes up who is cited in a sentence; one who was cited long before speaks no more.
  @inline(never)
  func cite(_ sentence: Sentence, _ number: Int, _ carried: Carried) {
    if let source = sources.source(in: sentence) {
      carried.source = source
      carried.cited = number
    } else if number - carried.cited > Self.longestCitation {
      carried.source = nil
    }
  }

  /// The most sentences for which one who was cited goes on to speak.
  private static let longestCitation = 8
}
