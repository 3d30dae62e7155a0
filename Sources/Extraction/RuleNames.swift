import Glibc
import Lexing

/// Names of rules put together, kept so that the same ones are put together once.
///
/// Nearly every figure's rules are some that others had before it. Known by where the parts' memory
/// is, which stays theirs as long as they are kept here. One for each worker.
final class RuleNames {
  typealias Bits = (UInt64, UInt64)

  /// As small as can be, for the processor's memory to hold all of them.
  private struct Entry {
    /// What tells the parts: 128 bits mixed of all of theirs, so that no two lists of parts in a
    /// run have the same. Zeros where nothing is kept.
    var key: Bits
    /// Nothing at all, not even an empty string, where nothing is kept.
    var joined: String

    var isEmpty: Bool { key.0 | key.1 == 0 }
  }

  private let count: Int
  private let memory: UnsafeMutableRawPointer
  private let entries: UnsafeMutablePointer<Entry>
  /// The parts of each entry, kept for their memory, which no other text may have. Apart from the
  /// entries, as they are only ever written; not initialized where nothing is kept, as a short run
  /// keeps few.
  private let parts: UnsafeMutablePointer<(String, String, String, String)>

  /// The slots where something is kept: to look at all of them would make the system give their memory.
  private var used: [UInt32] = []

  /// - Parameter count: How many are kept, a power of two: 27,000 articles have 21,000.
  init(count: Int = 16384) {
    precondition(count > 0 && count & (count - 1) == 0)
    self.count = count
    // Zeros that the system gives when they are first asked for: a short run asks for few. From where
    // a line of the processor's memory begins, as two entries fill one.
    guard let memory = calloc(count * MemoryLayout<Entry>.stride + 64, 1) else {
      fatalError("no memory is left")
    }
    self.memory = memory
    entries = memory.alignedUp(toMultipleOf: 64).bindMemory(to: Entry.self, capacity: count)
    parts = .allocate(capacity: count)
  }

  deinit {
    for slot in used {
      (parts + Int(slot)).deinitialize(count: 1)
      (entries + Int(slot)).deinitialize(count: 1)
    }
    parts.deallocate()
    free(memory)
  }

  /// Two to four names with a space between them.
  func joined(
    _ first: String, _ second: String, _ third: String? = nil, _ fourth: String? = nil
  ) -> String {
    var key = Self.mix(second.bits, Self.mix(first.bits, (1, 2)))
    if let third { key = Self.mix(third.bits, key) }
    if let fourth { key = Self.mix(fourth.bits, key) }
    let slot = Int(truncatingIfNeeded: (key.0 ^ key.1) &>> 23) & (count - 1)
    let entry = entries + slot
    if entry.pointee.key == key { return entry.pointee.joined }
    let joined = Self.put(first, second, third, fourth)
    keep(Entry(key: key, joined: joined), (first, second, third ?? "", fourth ?? ""), at: slot)
    return joined
  }

  @inline(never)
  private func keep(_ entry: Entry, _ own: (String, String, String, String), at slot: Int) {
    if entries[slot].isEmpty {
      (parts + slot).initialize(to: own)
      (entries + slot).initialize(to: entry)
      used.append(UInt32(slot))
    } else {
      parts[slot] = own
      entries[slot] = entry
    }
  }

  @inline(never)
  private static func put(
    _ first: String, _ second: String, _ third: String?, _ fourth: String?
  ) -> String {
    var joined = first
    joined.reserveCapacity(
      first.utf8.count + second.utf8.count + (third?.utf8.count ?? 0) + (fourth?.utf8.count ?? 0)
        + 3)
    joined += " "
    joined += second
    if let third {
      joined += " "
      joined += third
    }
    if let fourth {
      joined += " "
      joined += fourth
    }
    return joined
  }

  @inline(__always)
  private static func mix(_ bits: Bits, _ seed: Bits) -> Bits {
    let low = (bits.0 ^ seed.0).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    let high = (bits.1 ^ seed.1).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return (low.high ^ high.low, high.high ^ low.low)
  }
}
