import Model

/// Finds the relations between the figures of a text, some ten thousand of them at a time: what is
/// known of each while they are looked for takes ten times as much memory as its words.
///
/// Relations are found among neighbours. None reaches from one window into the next, which begins
/// with a paragraph where there is one.
struct RelationWindows {
  private let validator: Validator
  private var map = FigureMap()
  /// How many figures come before those of the map.
  private var first = 0
  private var relations: [Relation] = []

  /// A window with so many figures ends at the next paragraph, with twice as many at the next
  /// sentence, and with three times as many at once.
  private let most: Int

  init(_ validator: Validator, figures most: Int = 1 << 15) {
    self.validator = validator
    self.most = most
  }

  /// Adds the figures that come next in the text.
  mutating func add(_ figures: [Figure], _ reader: GapReader) {
    if map.figures.count + figures.count <= most {
      if map.figures.isEmpty { map.reserve(figures.count) }
      return map.add(figures, reader)
    }
    var rest = figures[...]
    while let next = rest.first {
      if endsWindow(before: next, reader) { close(before: next, reader) }
      let added = rest.prefix(max(1, most - map.figures.count))
      map.add(Array(added), reader)
      rest = rest.dropFirst(added.count)
    }
  }

  /// The relations of all figures, by their places among them.
  mutating func finish(_ reader: GapReader) -> [Relation] {
    map.finish(reader)
    takeRelations()
    return relations
  }

  private func endsWindow(before figure: Figure, _ reader: GapReader) -> Bool {
    guard map.figures.count >= most else { return false }
    let gap = map.gap(before: figure, reader)
    return gap.blocks > 0 || map.figures.count >= 2 * most && gap.sentences > 0
      || map.figures.count >= 3 * most
  }

  private mutating func close(before figure: Figure, _ reader: GapReader) {
    map.finish(before: figure, reader)
    first += takeRelations()
    map = FigureMap(after: map.end)
  }

  /// Gives the number of the map's figures, too.
  @discardableResult
  private mutating func takeRelations() -> Int {
    var found = validator.relations(in: map)
    if first > 0 {
      for index in found.indices {
        for member in found[index].members.indices { found[index].members[member].figure += first }
      }
    }
    relations += found
    return map.figures.count
  }
}
