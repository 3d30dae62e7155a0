/// The first token of a kind in a stretch that is looked through for one figure after another.
///
/// The stretches of figures that follow each other begin at the same token: what was looked at for
/// one is not looked at again for the next, so that time grows no faster than the text.
struct FirstMatch {
  private var searched = 0..<0
  private var found: Int?

  /// True where a token of the range is of the kind.
  ///
  /// - Parameter first: The first one in a range, which depends on nothing but the range.
  mutating func isWithin(_ range: Range<Int>, first: (Range<Int>) -> Int?) -> Bool {
    if range.lowerBound != searched.lowerBound || searched.isEmpty {
      searched = range.lowerBound..<range.lowerBound
      found = nil
    }
    if found == nil, searched.upperBound < range.upperBound {
      found = first(searched.upperBound..<range.upperBound)
      searched = searched.lowerBound..<range.upperBound
    }
    return found.map { $0 < range.upperBound } ?? false
  }
}
