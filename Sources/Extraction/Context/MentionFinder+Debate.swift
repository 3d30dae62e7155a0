import Lexing
import Rules

/// Members of an assembly, whose provinces are no places of what they say.
extension MentionFinder {
  /// `Đại biểu Lê Thị Mơ (Bến Tre) cho rằng`: whom a member of an assembly speaks for.
  func isOfDelegate(_ hit: Hit) -> Bool {
    var index = Int(hit.start) - 2
    guard scan.isMark(index + 1, Mark.open), scan.isMark(Int(hit.end), Mark.close) else {
      return false
    }
    let lowest = max(0, index - 6)
    while index > lowest, scan.isWord(index), scan.tokens[index].isCapitalized,
      scan.id(index) != scan.words.member
    {
      index -= 1
    }
    return scan.id(index) == scan.words.member || scan.id(index) == scan.words.delegate
  }

  /// `Giám đốc Sở Y tế Bến Tre Lê Thị Mơ cho rằng`, where members of the assembly debate: the home of
  /// one who speaks of the nation's laws, and no place of what is said.
  mutating func dropSpeakers() {
    let first = homes.first ?? mentions.first { $0.level == .province }?.code
    guard first != nil,
      homes.contains(where: { $0 != first })
        || mentions.contains(where: { $0.level == .province && $0.code != first }),
      haveSeveralTheFloor
    else { return }
    let isSpeakers = mentions.map { $0.level == .province && isHomeOfSpeaker($0) }
    for (mention, isSpeakers) in zip(mentions, isSpeakers)
    where isSpeakers && !mention.code.isEmpty {
      homes.append(mention.code)
    }
    guard let first = homes.first, homes.contains(where: { $0 != first }) else { return }
    isDebate = true
    mentions = ContiguousArray(zip(mentions, isSpeakers).lazy.filter { !$1 }.map(\.0))
  }

  /// Several members of the assembly have the floor: ĐB Lê Thị Mơ, đại biểu Lê Văn Tư.
  private var haveSeveralTheFloor: Bool {
    var count = 0
    for index in 0..<scan.count {
      let id = scan.id(index)
      guard id == scan.words.member || id == scan.words.delegate, scan.isWord(index + 1),
        scan.tokens[index + 1].isCapitalized,
        scan.hits.starting(at: index + 1, .nationCue) == nil,
        !scan.tokens[index + 1].flags.contains(.allCapitals)
      else { continue }
      count += 1
      if count == 2 { return true }
    }
    return false
  }

  /// Words that report what somebody says, or asks for, follow before any number does.
  private func isHomeOfSpeaker(_ mention: Mention) -> Bool {
    let end = mention.range.upperBound
    for index in end..<min(end + 14, scan.sentenceEnd(end)) {
      if scan.isNumber(index) { return false }
      if let hit = scan.hits.starting(at: index, .sourceAfter),
        scan.rules.sources[Int(hit.row)].role != .noneAfter
      {
        return true
      }
      if let hit = scan.hits.starting(at: index, .status),
        scan.rules.statuses[Int(hit.row)].isRequest
      {
        return true
      }
    }
    return false
  }
}
