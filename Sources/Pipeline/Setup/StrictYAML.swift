import YAML

/// Reads a YAML text of which every key must be known, with errors that name file, line and column.
struct StrictYAML {
  let path: String

  /// The mapping that the text is.
  func root(
    _ text: String, what: String = "the pipeline"
  ) throws(PipelineError) -> YAMLFields {
    let node: YAMLNode?
    do throws(YAMLError) { node = try YAMLNode(reading: text) } catch {
      throw PipelineError(error.mark == nil ? "\(path): \(error)" : "\(path):\(error)")
    }
    guard let node else { throw PipelineError("\(path): is empty; see the one that is shipped") }
    return try YAMLFields(node, what: what, path: path)
  }
}

/// The members of a YAML mapping, taken by name and type.
struct YAMLFields {
  let path: String
  private let what: String
  private let place: String
  private var members: [String: YAMLNode] = [:]
  private var keys: [(name: String, place: String)] = []

  init(_ node: YAMLNode, what: String, path: String) throws(PipelineError) {
    self.path = path
    self.what = what
    place = Self.place(of: node, path)
    guard let members = node.members else {
      throw PipelineError("\(place): \(what) must be written as keys with values")
    }
    for member in members {
      let name = member.key.text ?? ""
      keys.append((name, Self.place(of: member.key, path)))
      self.members[name] = member.value
    }
  }

  /// The keys, in the order of the file.
  var names: [String] { keys.map(\.name) }

  func holds(_ name: String) -> Bool { present(name) != nil }

  /// Throws for the first key that is none of these.
  func allow(_ names: [String]) throws(PipelineError) {
    guard let unknown = keys.first(where: { !names.contains($0.name) }) else { return }
    throw PipelineError(
      "\(unknown.place): '\(unknown.name)' is no key of \(what); "
        + "there are \(names.joined(separator: ", "))")
  }

  func string(_ name: String) throws(PipelineError) -> String? {
    guard let node = present(name) else { return nil }
    guard let text = node.text, !text.isEmpty else {
      throw failure(node, name, "must be a text")
    }
    return text
  }

  func requiredString(_ name: String) throws(PipelineError) -> String {
    guard let text = try string(name) else { throw missing(name) }
    return text
  }

  func integer(_ name: String, from lowest: Int) throws(PipelineError) -> Int? {
    guard let node = present(name) else { return nil }
    guard let number = node.text.flatMap({ Int($0) }), number >= lowest else {
      throw failure(node, name, "must be a whole number from \(lowest) on")
    }
    return number
  }

  func share(_ name: String) throws(PipelineError) -> Double? {
    guard let node = present(name) else { return nil }
    guard let share = node.text.flatMap({ Double($0) }), (0...1).contains(share) else {
      throw failure(node, name, "must be a share from 0 to 1")
    }
    return share
  }

  /// A list of texts, or none; a single text stands for a list of one.
  func optionalStrings(_ name: String) throws(PipelineError) -> [String] {
    present(name) == nil ? [] : try strings(name)
  }

  /// A list of texts; a single text stands for a list of one.
  func strings(_ name: String) throws(PipelineError) -> [String] {
    guard let node = present(name) else { throw missing(name) }
    if let text = node.text, !text.isEmpty { return [text] }
    var texts: [String] = []
    for element in node.elements ?? [] {
      guard let text = element.text, !text.isEmpty else {
        throw failure(element, name, "must hold texts")
      }
      texts.append(text)
    }
    guard !texts.isEmpty else { throw failure(node, name, "must be a list of texts") }
    return texts
  }

  /// The mappings of a list.
  func list(_ name: String, each what: String) throws(PipelineError) -> [YAMLFields] {
    guard let node = present(name) else { throw missing(name) }
    guard let sequence = node.elements, !sequence.isEmpty else {
      throw failure(node, name, "must be a list, each entry after a dash")
    }
    var entries: [YAMLFields] = []
    for element in sequence {
      entries.append(try YAMLFields(element, what: what, path: path))
    }
    return entries
  }

  func mapping(_ name: String, _ what: String) throws(PipelineError) -> YAMLFields? {
    guard let node = present(name) else { return nil }
    return try YAMLFields(node, what: what, path: path)
  }

  func failure(_ name: String, _ message: String) -> PipelineError {
    guard let node = members[name] else { return missing(name) }
    return failure(node, name, message)
  }

  private func present(_ name: String) -> YAMLNode? {
    guard let node = members[name], !node.isNull else { return nil }
    return node
  }

  private func failure(_ node: YAMLNode, _ name: String, _ message: String) -> PipelineError {
    PipelineError("\(Self.place(of: node, path)): '\(name)' \(message)")
  }

  private func missing(_ name: String) -> PipelineError {
    PipelineError("\(place): \(what) lacks '\(name)'")
  }

  private static func place(of node: YAMLNode, _ path: String) -> String {
    node.mark.map { "\(path):\($0)" } ?? path
  }
}
