import Lexing

/// The tokens that end sentences, in their order.
///
/// Found once: a text dense with figures asks for each of them where its sentence begins.
final class SentenceEnds {
  struct Stop {
    var token: Int
    /// Its position among the landmarks.
    var landmark: Int
    /// All roles of the words that it ends, and its own.
    var roles: WordRoles
  }

  let stops: ContiguousArray<Stop>
  /// All roles of the words behind the last one.
  let rest: WordRoles
  /// How many of them stood before the token asked for last: most often the next one is near it.
  private var last = 0
  private let lists: ListMemory

  init(in scan: Scan) {
    lists = scan.lists
    var stops = lists.stops.take(scan.count / 20 + 4)
    var roles: WordRoles = []
    for (number, landmark) in scan.hits.landmarks.enumerated() {
      roles.formUnion(landmark.roles)
      let token = Int(landmark.token)
      guard landmark.roles.contains(.stop), scan.isSentenceEnd(token) else { continue }
      stops.append(Stop(token: token, landmark: number, roles: roles))
      roles = []
    }
    self.stops = stops
    rest = roles
  }

  deinit { lists.stops.keep(stops) }

  /// How many of them stand before the token.
  func count(before token: Int) -> Int {
    for number in last..<min(last + 2, stops.count + 1)
    where (number == 0 || stops[number - 1].token < token)
      && (number == stops.count || stops[number].token >= token)
    {
      last = number
      return number
    }
    var low = 0
    var high = stops.count
    while low < high {
      let middle = (low + high) / 2
      if stops[middle].token < token { low = middle + 1 } else { high = middle }
    }
    last = low
    return low
  }
}

extension Scan {
  /// Where the sentence that holds `index` begins; at most 160 tokens back.
  func sentenceStart(_ index: Int) -> Int {
    guard index > 0 else { return index }
    let lowest = max(0, index - 160)
    let number = sentenceEnds.count(before: index)
    return number == 0 ? lowest : max(lowest, sentenceEnds.stops[number - 1].token + 1)
  }

  /// The end, exclusive, of the sentence that holds `index`; at most 160 tokens on.
  func sentenceEnd(_ index: Int) -> Int {
    guard index < count else { return index }
    let highest = min(count, index + 160)
    let number = sentenceEnds.count(before: index)
    return number == sentenceEnds.stops.count
      ? highest : min(highest, sentenceEnds.stops[number].token)
  }
}
