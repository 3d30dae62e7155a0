/// What a quantity is; the names are those of the contract `FIGURES.md`.
public enum FigureKind: String, Sendable, CaseIterable {
  case money, count, percent, point, ratio, rank, multiple, score, duration, measure, rate
}

/// How the text bounds a value; never changes the value itself.
public enum Qualifier: String, Sendable, CaseIterable {
  case about, over, under, nearly
  case atLeast = "at_least"
  case atMost = "at_most"
  case upTo = "up_to"
}

/// The direction of a stated change; a level has none.
public enum Change: String, Sendable, CaseIterable {
  case increase, decrease
}

/// Whether the quantity was reached, estimated, set as a target, or foreseen.
public enum Status: String, Sendable, CaseIterable {
  case actual, estimate, target, forecast
}

/// What became of a numeral. Every numeral that holds a digit has exactly one.
public enum Disposition: String, Sendable, CaseIterable {
  case figure, time, reference, rejected
}

/// What a check says about a figure or a relation.
public enum Severity: String, Sendable, CaseIterable {
  case error, warning, info
}
