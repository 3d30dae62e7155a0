/// One thing measured, and what it is held against.
struct Measure {
  var name: String
  var samples: [Double]
  var unit: String
  /// What it is compared with; nil where the bar is a plain limit.
  var against: Reference?
  /// What is asked for, in words.
  var bar: String

  struct Reference {
    var name: String
    var samples: [Double]
  }

  var median: Double { samples.median }

  /// The ratio of the medians.
  var ratio: Double? {
    guard let reference = against?.samples.median, reference > 0 else { return nil }
    return median / reference
  }

  init(
    _ name: String, _ samples: [Double], _ unit: String, against: Reference? = nil,
    bar: String = "–"
  ) {
    self.name = name
    self.samples = samples
    self.unit = unit
    self.against = against
    self.bar = bar
  }
}
