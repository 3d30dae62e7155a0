import Model

/// The values of one row on their way into a statement.
///
/// Texts lie one after another in one buffer that is used again for every row, so that binding
/// them copies nothing more and allocates nothing.
struct Parameters: Sendable {
  enum Slot: Sendable {
    case null
    case integer(Int)
    case real(Double)
    case text(start: Int, count: Int)
    case blob(start: Int, count: Int)
  }

  private(set) var bytes: [UInt8] = []
  private(set) var slots: [Slot] = []

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    slots.removeAll(keepingCapacity: true)
  }

  /// Adds a stretch of other values with the bytes that they lie in.
  mutating func append(_ slots: Range<Int>, _ bytes: Range<Int>, of other: Parameters) {
    let shift = self.bytes.count - bytes.lowerBound
    self.bytes.append(contentsOf: other.bytes[bytes])
    self.slots.reserveCapacity(self.slots.count + slots.count)
    for slot in other.slots[slots] {
      switch slot {
      case .text(let start, let count):
        self.slots.append(.text(start: start + shift, count: count))
      case .blob(let start, let count):
        self.slots.append(.blob(start: start + shift, count: count))
      default: self.slots.append(slot)
      }
    }
  }

  mutating func replaceInteger(at position: Int, by value: Int) {
    slots[position] = .integer(value)
  }

  mutating func add(_ value: Int?) {
    slots.append(value.map { .integer($0) } ?? .null)
  }

  mutating func add(_ value: Double?) {
    slots.append(value.map { .real($0) } ?? .null)
  }

  mutating func add(_ value: String?) {
    guard let value else { return slots.append(.null) }
    addText { $0.append(contentsOf: value.utf8) }
  }

  mutating func add(utf8 value: [UInt8]) {
    addText { $0.append(contentsOf: value) }
  }

  mutating func add(blob value: [UInt8]?) {
    guard let value else { return slots.append(.null) }
    slots.append(.blob(start: bytes.count, count: value.count))
    bytes.append(contentsOf: value)
  }

  /// Adds the exact text of a number.
  mutating func add(_ value: ExactDecimal?) {
    guard let value else { return slots.append(.null) }
    addText { value.append(to: &$0) }
  }

  mutating func add(_ run: RunID) { add(run.rawValue) }

  /// Adds the text that `write` appends.
  mutating func addText(_ write: (inout [UInt8]) -> Void) {
    let start = bytes.count
    write(&bytes)
    slots.append(.text(start: start, count: bytes.count - start))
  }

  mutating func add(_ span: Span) {
    add(span.charStart)
    add(span.charEnd)
    add(span.byteStart)
    add(span.byteEnd)
  }

  /// The values from the `first` on, to compare with what is stored.
  func values(from first: Int) -> [SQLValue] {
    slots[first...].map { slot in
      switch slot {
      case .null: .null
      case .integer(let value): .integer(value)
      case .real(let value): .real(value)
      case .text(let start, let count):
        .text(String(decoding: bytes[start..<(start + count)], as: UTF8.self))
      case .blob(let start, let count): .blob(Array(bytes[start..<(start + count)]))
      }
    }
  }
}
