import Lexing

/// The tokens that end sentences, in their order.
///
/// Found once: a text dense with figures asks for each of them where its sentence begins.
final class SentenceEnds {
  let tokens: ContiguousArray<Int>
  /// How many of them stood before the token asked for last: most often the next one is near it.
  private var last = 0

  init(in scan: Scan) {
    var tokens: ContiguousArray<Int> = []
    tokens.reserveCapacity(scan.count / 20 + 4)
    for landmark in scan.hits.landmarks
    where landmark.roles.contains(.stop) && scan.isSentenceEnd(Int(landmark.token)) {
      tokens.append(Int(landmark.token))
    }
    self.tokens = tokens
  }

  /// How many of them stand before the token.
  func count(before token: Int) -> Int {
    for number in last..<min(last + 2, tokens.count + 1)
    where (number == 0 || tokens[number - 1] < token)
      && (number == tokens.count || tokens[number] >= token)
    {
      last = number
      return number
    }
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle] < token { low = middle + 1 } else { high = middle }
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
    return number == 0 ? lowest : max(lowest, sentenceEnds.tokens[number - 1] + 1)
  }

  /// The end, exclusive, of the sentence that holds `index`; at most 160 tokens on.
  func sentenceEnd(_ index: Int) -> Int {
    guard index < count else { return index }
    let highest = min(count, index + 160)
    let number = sentenceEnds.count(before: index)
    return number == sentenceEnds.tokens.count ? highest : min(highest, sentenceEnds.tokens[number])
  }
}
