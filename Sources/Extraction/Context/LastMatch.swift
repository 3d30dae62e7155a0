/// The last token of a kind before one figure after another, each looked for behind the figure before.
struct LastMatch {
  private var last = -1
  private var searched = 0

  /// The last one before the token, at most `reach` tokens back.
  ///
  /// - Parameter find: The last one in a range.
  mutating func position(
    before index: Int, reach: Int, _ find: (Range<Int>) -> Int?
  ) -> Int? {
    let lowest = max(0, index - reach)
    let first = max(lowest, searched)
    if first < index {
      if let found = find(first..<index) { last = found }
      searched = index
    }
    return last >= lowest ? last : nil
  }
}
