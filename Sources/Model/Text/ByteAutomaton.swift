/// A small deterministic automaton over bytes that takes about two cycles for each, whatever the
/// text is: with Vietnamese, branches on the kind of character cannot be predicted.
///
/// Each byte has a row of 64 bits that holds the next state for every state in six bits, and a state
/// is the shift that leads to its place in the row, so that a step is one load and one shift.
public struct ByteAutomaton: Sendable {
  /// The most states that fit a row.
  public static let maximumStates = 10

  private let rows: [UInt64]
  private let rejecting: UInt64

  /// - Parameters:
  ///   - states: How many there are: 0 stands between characters, the last one rejects for good.
  ///   - next: The state that a byte leads to from another one.
  public init(states: Int, next: (_ state: Int, _ byte: UInt8) -> Int) {
    precondition(states <= Self.maximumStates, "more states than a row can hold")
    rejecting = UInt64(states - 1) * 6
    rows = (0...255).map { byte in
      (0..<states).reduce(0) { row, state in
        let isRejecting = state == states - 1
        let target = isRejecting ? state : next(state, UInt8(byte))
        return row | UInt64(target * 6) << UInt64(state * 6)
      }
    }
  }

  /// The offset from `start` on of the first byte of the first character that is rejected, or that
  /// the text breaks off in; nil when there is none.
  public func firstRejected(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0
  ) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    return rows.withUnsafeBufferPointer { rows in
      guard let row = rows.baseAddress else { return nil }
      var state: UInt64 = 0
      var index = start
      while index + 16 <= bytes.count {
        let before = state
        for step in 0..<16 { state = row[Int(base[index + step])] &>> (state & 63) }
        if state & 63 == rejecting {
          state = before
          break
        }
        index += 16
      }
      return Self.finish(bytes, from: index, state: state, rejecting: rejecting, row)
    }
  }

  /// Goes byte by byte through what is left, to tell where a character starts.
  private static func finish(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, state: UInt64, rejecting: UInt64,
    _ row: UnsafePointer<UInt64>
  ) -> Int? {
    var state = state & 63
    var index = start
    var character = start
    if state != 0 {
      // The block ended within a character: its first byte is the last one that is no continuation.
      repeat { character -= 1 } while bytes[character] & 0xC0 == 0x80
    }
    while index < bytes.count {
      if state == 0 { character = index }
      state = row[Int(bytes[index])] &>> state & 63
      if state == rejecting { return character }
      index += 1
    }
    return state == 0 ? nil : character
  }
}
