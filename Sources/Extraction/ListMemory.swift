/// The lists that a text's readers fill, used again for the next text: their memory is in the
/// processor's, and new memory is not. One for each worker.
final class ListMemory {
  var items = KeptList<Item>()
  var stops = KeptList<SentenceEnds.Stop>()
  var sentences = KeptList<Sentence>()
  var mentions = KeptList<Mention>()
  var periods = KeptList<Period>()
}

/// The memory of one list.
struct KeptList<Element> {
  private var list: ContiguousArray<Element> = []

  /// The longest list that is kept: those of a long text would hold its memory for good.
  private static var longest: Int { 2048 }

  /// An empty list with room for `count` elements.
  mutating func take(_ count: Int) -> ContiguousArray<Element> {
    var taken: ContiguousArray<Element> = []
    swap(&taken, &list)
    taken.removeAll(keepingCapacity: true)
    taken.reserveCapacity(count)
    return taken
  }

  /// Keeps the memory of a list that nobody will read any more when the next one is taken.
  mutating func keep(_ used: ContiguousArray<Element>) {
    if used.capacity <= Self.longest { list = used }
  }
}
