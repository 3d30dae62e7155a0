import CLibXML2
import Glibc

/// The attributes of an element, as libxml2 gives them: names and values in turn.
struct PageAttributes {
  let list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  static func hash(_ name: UnsafePointer<UInt8>) -> UInt64 {
    var hash = NameHash.start
    var next = name
    while next.pointee != 0 {
      hash = NameHash.add(NameHash.lower(next.pointee), to: hash)
      next += 1
    }
    return hash
  }

  func visit(_ body: (_ name: UInt64, _ value: UnsafeBufferPointer<UInt8>) -> Void) {
    guard var item = list else { return }
    while let name = item[0] {
      let value = item[1].map { start in
        UnsafeBufferPointer(
          start: start, count: strlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self)))
      }
      body(Self.hash(name), value ?? UnsafeBufferPointer(start: nil, count: 0))
      item += 2
    }
  }

  subscript(_ name: StaticString) -> String? {
    value(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The hash of an attribute's value.
  func hash(_ name: String) -> UInt64? {
    let wanted = NameHash.of(name)
    var result: UInt64?
    visit { name, value in if name == wanted, result == nil { result = NameHash.of(value) } }
    return result
  }

  private func value(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    let wanted = NameHash.of(
      UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    var result: UnsafeBufferPointer<UInt8>?
    visit { name, value in if name == wanted, result == nil { result = value } }
    return result
  }

  /// The hashes of the names in a list of them, and of the words that each is made of:
  /// `article-body adBox` has `article-body`, `article`, `body`, `adbox`, `ad`, `box`.
  static func forEachWord(of value: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void) {
    var name = NameHash.start
    var word = NameHash.start
    var wasLower = false
    func end(_ hash: inout UInt64) {
      if hash != NameHash.start { body(hash) }
      hash = NameHash.start
    }
    for byte in value {
      let lower = NameHash.lower(byte)
      let isLetter = lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
      if byte <= 0x20 {
        end(&word)
        end(&name)
      } else {
        let isUpper = isLetter && lower != byte
        if !isLetter || (isUpper && wasLower) { end(&word) }
        if isLetter { word = NameHash.add(lower, to: word) }
        name = NameHash.add(lower, to: name)
      }
      wasLower = isLetter && lower == byte
    }
    end(&word)
    end(&name)
  }

  /// Whether a style keeps the element from being seen.
  static func hides(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = style.filter { $0 > 0x20 }.map { CChar(bitPattern: NameHash.lower($0)) } + [0]
    return strstr(text, "display:none") != nil
  }
}

/// The tags and attributes that the program itself has to know.
enum PageTag {
  static let html = NameHash.of("html")
  static let meta = NameHash.of("meta")
  static let script = NameHash.of("script")
  static let style = NameHash.of("style")
  static let title = NameHash.of("title")
  static let link = NameHash.of("link")
  static let br = NameHash.of("br")
  static let a = NameHash.of("a")
  static let time = NameHash.of("time")

  static let classAttribute = NameHash.of("class")
  static let idAttribute = NameHash.of("id")
  static let roleAttribute = NameHash.of("role")
  static let itemprop = NameHash.of("itemprop")
  static let datetime = NameHash.of("datetime")
  static let lang = NameHash.of("lang")
  static let hidden = NameHash.of("hidden")
  static let styleAttribute = style

  static let roles: [UInt64: PageRole] = [
    NameHash.of("td"): .cell, NameHash.of("th"): .cell, NameHash.of("tr"): .row,
    NameHash.of("h1"): .heading, html: .root, NameHash.of("body"): .root,
    NameHash.of("main"): .root,
  ]
}
