import Model

/// Shares that the text asserts and that fail.
extension RelationFinder {
  /// Where two parts of a whole have the right share beside them, so should a third one in the
  /// same block: `Hàn Quốc 1,26 triệu lượt (28%), Trung Quốc 900 nghìn lượt (20%), …`.
  mutating func findBrokenShares() {
    for whole in sharesOf.keys.sorted() where sharesOf[whole, default: 0] >= 2 {
      let percents = relations.filter { relation in
        relation.members.count == 3 && relation.members[1].figure == map.operands[whole].figure
      }.compactMap { $0.members.last?.figure }.sorted()
      guard let first = percents.first, let last = percents.last else { continue }
      // Some more to either side, if they are in the same block and built alike.
      for index in max(1, first - 4)...min(map.figures.count - 1, last + 4)
      where isBesidePart(index, like: first) { breakShare(index, of: whole) }
    }
  }

  private func isBesidePart(_ index: Int, like model: Int) -> Bool {
    let figure = map.figures[index]
    guard figure.kind == .percent, !figure.isRange, figure.change == nil,
      !explained.contains(index), map.areInOneBlock(index, model)
    else { return false }
    let (gap, other) = (map.gaps[index], map.gaps[model])
    return gap.opens == other.opens && gap.length == other.length && gap.tail == other.tail
  }

  private mutating func breakShare(_ index: Int, of whole: Int) {
    guard let part = map.value(of: index - 1), let percent = map.value(of: index),
      map.areInOneSentence(index, index - 1), part.isLevel,
      part.hasSameUnit(as: map.operands[whole]),
      let claim = shareClaim(part: part, whole: map.operands[whole], percent),
      claim.verdict == .broken
    else { return }
    record(claim, .broken)
    explained.insert(index)
  }
}
