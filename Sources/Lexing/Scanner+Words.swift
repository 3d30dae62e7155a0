/// Words and marks that were met before.
extension Scanner {
  private static var leastForBlocks: Int { 48 }

  /// Reads the text to its end, a ``WordBlock`` at a time, while the next one is made.
  mutating func run() {
    // A phrase of a table has fewer words than making a block of them is worth.
    guard bytes.count >= Self.leastForBlocks else {
      while position < bytes.count { step() }
      return
    }
    var block = blocks.0
    var next = blocks.1
    block.fill(from: 0, of: bytes, memory)
    while position < bytes.count {
      if block.end < bytes.count { next.fill(from: block.end, of: bytes, memory) }
      let goesOn = words(of: block)
      if goesOn, position < block.end {
        position = block.end
        hasSpace = true
      }
      if goesOn, block.end > block.from, position <= next.end {
        swap(&block, &next)
      } else {
        // A word as long as a block; else one within what was found as a word, or far behind.
        if goesOn, block.end == block.from { step() }
        block.fill(from: position, of: bytes, memory)
      }
    }
  }

  /// The words of a block from ``position`` on, and what stands among them that is not known.
  ///
  /// Nearly all are known, so nothing here branches on what a word is like: whether it has a role,
  /// begins beyond ASCII or has a space before it cannot be foreseen. The state is kept out of
  /// memory meanwhile.
  ///
  /// - Returns: False where the text goes on at ``position``, within what was found as a word.
  @inline(__always)
  private mutating func words(of block: WordBlock) -> Bool {
    let from = block.from
    let kinds = UnsafePointer(kinds.values)
    var word = UnsafePointer(block.words)
    let last = word + block.count
    // What the block before ends with may reach into this one.
    while word < last, from &+ word.pointee.start < position { word += 1 }
    if isWithin(word, last, block) { return false }
    var position = position
    var output = output
    var landmarks = landmarks
    var pairs = pairs
    var following = following
    var number = UInt32(truncatingIfNeeded: output - start)
    var space = hasSpace ? Token.Tail.space : 0
    while word < last {
      let slot = word.pointee.slot
      let start = from &+ word.pointee.start
      if start > position { space = Token.Tail.space }
      var entry = memory[slot]
      if entry.key != word.pointee.key {
        let other = memory[slot &+ 1]
        if other.key != word.pointee.key {
          self.position = start
          self.output = output
          self.landmarks = landmarks
          self.pairs = pairs
          self.following = following
          hasSpace = space != 0
          step()
          position = self.position
          output = self.output
          landmarks = self.landmarks
          pairs = self.pairs
          following = self.following
          number = UInt32(truncatingIfNeeded: output - self.start)
          space = hasSpace ? Token.Tail.space : 0
          repeat { word += 1 } while word < last && from &+ word.pointee.start < position
          if isWithin(word, last, block) { return false }
          continue
        }
        memory[slot &+ 1] = entry
        memory[slot] = other
        entry = other
      }
      let kind = kinds[entry.kind]
      landmarks.initialize(to: Landmark(token: number, roles: kind.roles))
      landmarks += kind.roles.isEmpty ? 0 : 1
      let tail = entry.tail
      let id = UInt32(truncatingIfNeeded: tail)
      pairs.pointee = number &- 1
      pairs += Int(truncatingIfNeeded: following &>> UInt64(id & 15) & 1)
      following = Token.Tail.following(tail)
      let end = from &+ word.pointee.end
      Token.write(at: output, from: start, to: end, tail | space)
      PhrasePlace.write(
        at: places + Int(number), starts: kind.starts, node: id)
      output += 1
      number &+= 1
      space = 0
      position = end
      word += 1
    }
    self.position = position
    self.output = output
    self.landmarks = landmarks
    self.pairs = pairs
    self.following = following
    hasSpace = space != 0
    return true
  }

  /// What was read last may end within a run, which then was not found as a word.
  @inline(__always)
  private func isWithin(
    _ word: UnsafePointer<WordBlock.Word>, _ last: UnsafePointer<WordBlock.Word>,
    _ block: WordBlock
  ) -> Bool {
    let next = word < last ? block.from &+ word.pointee.start : block.end
    return position < next && base[position] != 0x20
  }
}
