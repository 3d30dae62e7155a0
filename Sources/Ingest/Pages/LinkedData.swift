import Model

/// What a page says of its article in the vocabulary of schema.org, as JSON-LD.
struct LinkedData {
  var title: String?
  var published: String?
  var url: String?
  var outlet: String?
  var author: String?
  var body: String?

  /// Takes the first article of the scripts; nil when there is none.
  init?(_ scripts: [[UInt8]], types: Set<String>) {
    for script in scripts {
      guard let article = Self.article(in: Self.read(script), types: types) else { continue }
      title = Self.text(article["headline"]) ?? Self.text(article["name"])
      published = Self.text(article["datePublished"]) ?? Self.text(article["dateCreated"])
      url = Self.address(article["url"]) ?? Self.address(article["mainEntityOfPage"])
      outlet = Self.text(article["publisher"]?["name"])
      author = article["author"]?.names
      body = Self.text(article["articleBody"])
      return
    }
    return nil
  }

  /// Line breaks within strings are an error that many pages make.
  private static func read(_ script: [UInt8]) -> JSONValue? {
    var script = script
    for index in script.indices where script[index] < 0x20 { script[index] = 0x20 }
    while let last = script.last, last == 0x20 || last == UInt8(ascii: ";") { script.removeLast() }
    return try? JSONReader.read(script)
  }

  private static func article(in value: JSONValue?, types: Set<String>) -> JSONValue? {
    switch value {
    case .array(let elements):
      for element in elements {
        if let found = article(in: element, types: types) { return found }
      }
      return nil
    case .object:
      if isArticle(value?["@type"], types) { return value }
      return article(in: value?["@graph"], types: types)
        ?? article(in: value?["mainEntity"], types: types)
    default: return nil
    }
  }

  private static func isArticle(_ type: JSONValue?, _ types: Set<String>) -> Bool {
    switch type {
    case .string(let name):
      return types.contains(name.split(separator: "/").last.map(String.init) ?? name)
    case .array(let names): return names.contains { isArticle($0, types) }
    default: return false
    }
  }

  private static func text(_ value: JSONValue?) -> String? {
    guard let text = value?.string, !DocumentMaker.isBlank(Array(text.utf8)) else { return nil }
    return text
  }

  private static func address(_ value: JSONValue?) -> String? {
    guard let text = text(value) ?? text(value?["@id"]), text.hasPrefix("http") else { return nil }
    return text
  }
}
