import Lexing
import Model
import Rules

/// Figures behind `lần lượt`, each of one of the things named before it, in their order.
extension FigureBuilder {
  /// `Xuất khẩu sang Lào, Campuchia và Thái Lan tăng lần lượt 5%, 6% và 8%`: the member of the list that
  /// stands where the figure stands in its own.
  func respective(_ quantity: Quantity, _ carried: Carried) -> Range<Int>? {
    guard let turn = turn(before: quantity.range.lowerBound, carried),
      let run = run(of: quantity, behind: turn), run.since < turn
    else { return nil }
    var end = turn - 1
    while end > run.since, !scan.isWord(end - 1) || subjects.isPredicate(end - 1) { end -= 1 }
    let members = members(run.since..<end, atMost: run.count)
    guard members.count == run.count, let member = subjects.trimmed(members[run.number]),
      member.count <= 12
    else { return nil }
    return member
  }

  /// The second word of lần lượt.
  private func turn(before index: Int, _ carried: Carried) -> Int? {
    let turn = carried.turn.position(before: index, reach: 23) {
      $0.last {
        scan.id($0) == scan.words.turn && scan.id($0 - 1) == scan.words.timesWord
      }
    }
    return turn.flatMap { $0 > carried.sentenceStart ? $0 : nil }
  }

  /// No sentence has room for so many names before lần lượt.
  private static let longestRun = 100

  /// How many figures follow lần lượt in one list, which of them this is, and where the figure before
  /// lần lượt ends.
  private func run(of quantity: Quantity, behind turn: Int) -> (
    count: Int, number: Int, since: Int
  )? {
    guard let item = item(at: quantity.range.lowerBound) else { return nil }
    var first = item
    while first > 0, items[first - 1].range.lowerBound > turn { first -= 1 }
    var last = first
    while last + 1 < items.count, last - first < Self.longestRun,
      isJoined(items[last].range, items[last + 1].range)
    { last += 1 }
    guard last > first, item <= last else { return nil }
    let sentence = scan.sentenceStart(turn)
    let since = first > 0 ? max(sentence, items[first - 1].range.upperBound) : sentence
    return (last - first + 1, item - first, since)
  }

  /// Nothing but a comma or và, and a qualifier, between them.
  private func isJoined(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let gap = left.upperBound..<right.lowerBound
    return (1...3).contains(gap.count)
      && (scan.isMark(gap.lowerBound, Mark.comma) || scan.id(gap.lowerBound) == scan.words.and)
  }

  /// The last members of a list, at most so many, in their order.
  private func members(_ list: Range<Int>, atMost count: Int) -> [Range<Int>] {
    var members: [Range<Int>] = []
    var end = list.upperBound
    for index in list.reversed() where members.count < count - 1 {
      guard scan.isMark(index, Mark.comma) || scan.id(index) == scan.words.and else { continue }
      if index + 1 < end { members.append(index + 1..<end) }
      end = index
    }
    if list.lowerBound < end { members.append(list.lowerBound..<end) }
    return members.reversed()
  }

  /// The item that begins at the token.
  func item(at token: Int) -> Int? {
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if items[middle].range.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low < items.count && items[low].range.lowerBound == token ? low : nil
  }
}
