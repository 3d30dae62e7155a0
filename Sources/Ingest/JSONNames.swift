import Model

extension JSONValue {
  /// The names in it, as authors are given: a string, an object with a `name`, or a list of such;
  /// addresses in place of names are left out. Nil where there is none.
  var names: String? {
    let names = nameList.filter {
      !RawDocument.isAddress($0) && !DocumentMaker.isBlank(Array($0.utf8))
    }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  private var nameList: [String] {
    switch self {
    case .string(let name): return [name]
    case .object: return self["name"]?.nameList ?? []
    case .array(let elements): return elements.flatMap(\.nameList)
    default: return []
    }
  }
}
