import Model
import Testing

@testable import Warehouse

@Suite("What is known of many texts, read at once")
struct DigestLoaderTests {
  /// Numbers that are spread like digests; some come again.
  private static func number(_ index: Int) -> UInt64 {
    UInt64(index % 700 + 1) &* 0x9E37_79B9_7F4A_7C15
  }

  @Test("the least value of a key counts, in whatever part it came")
  func least() {
    let table = DigestTable(limit: 50)
    var loader = DigestLoader(table, limit: 160)
    for value in (0..<2000).reversed() { loader.add(Self.number(value), UInt64(value)) }
    loader.flush()
    for value in 0..<700 {
      let key = DigestTable.Key(high: Self.number(value))
      #expect(table[key] == DigestTable.Value(first: UInt64(value)))
    }
    #expect(table[DigestTable.Key(high: 5)] == nil)
  }

  @Test("gives the index that versions make one by one", arguments: [0, 3, 2])
  func sameIndex(everyReleased: Int) {
    func isHeld(_ version: Int) -> Bool { everyReleased == 0 || version % everyReleased != 0 }
    func digest(_ version: Int) -> String {
      hexadecimal(Self.number(version * version), digits: 16)
    }
    func signature(_ version: Int) -> TextSignature {
      TextSignature(bands: [Self.number(version * 7), Self.number(version + 3)])
    }
    var one = AppearanceIndex()
    for version in 1...400 {
      one.add(version, digest: digest(version), signature: signature(version))
      if isHeld(version) {
        one.hold(version, digest: digest(version))
      } else {
        one.release(version)
      }
    }
    var loader = AppearanceLoader(mostVersions: 400)
    for version in (1...400).reversed() {
      let bands = signature(version).bands.flatMap { band in
        (0..<8).map { UInt8(band >> ($0 * 8) & 0xFF) }
      }
      bands.withUnsafeBytes {
        loader.add(
          version, digest: Self.number(version * version), bands: $0, isHeld: isHeld(version))
      }
    }
    let other = loader.finish()
    for version in 1...500 {
      #expect(one.holder(of: digest(version)) == other.holder(of: digest(version)))
      #expect(
        one.candidates(digest: digest(version), signature: signature(version))
          == other.candidates(digest: digest(version), signature: signature(version)))
    }
  }
}
