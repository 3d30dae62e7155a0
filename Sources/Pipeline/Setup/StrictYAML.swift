import Yams

/// Reads a YAML text of which every key must be known, with errors that name file, line and column.
struct StrictYAML {
  let path: String

  /// The mapping that the text is.
  func root(
    _ text: String, what: String = "the pipeline"
  ) throws(PipelineError) -> YAMLFields {
    let node: Node?
    // What a plain scalar is, is told by who asks for it; the standard resolver compiles seven regular
    // expressions to tell it.
    do { node = try Yams.compose(yaml: text, .basic) } catch {
      throw PipelineError("\(path)\(Self.describe(error))")
    }
    guard let node else { throw PipelineError("\(path): is empty; see the one that is shipped") }
    return try YAMLFields(node, what: what, path: path)
  }

  private static func describe(_ error: any Error) -> String {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      ":\(mark): \(problem); correct the YAML there"
    case .duplicatedKeysInMapping(let keys, let context):
      ":\(context.mark): \(keys.joined(separator: ", ")) stands twice; remove one of them"
    case .reader(let problem, let offset, _, _):
      ": \(problem)\(offset.map { " at byte \($0)" } ?? ""); save the file as UTF-8"
    default: ": cannot be read as YAML: \(error)"
    }
  }
}

/// The members of a YAML mapping, taken by name and type.
struct YAMLFields {
  let path: String
  private let what: String
  private let place: String
  private var members: [String: Node] = [:]
  private var keys: [(name: String, place: String)] = []

  init(_ node: Node, what: String, path: String) throws(PipelineError) {
    self.path = path
    self.what = what
    place = Self.place(of: node, path)
    guard case .mapping(let mapping) = node else {
      throw PipelineError("\(place): \(what) must be written as keys with values")
    }
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      keys.append((name, Self.place(of: key, path)))
      members[name] = value
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
    guard let text = node.scalar?.string, !text.isEmpty else {
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
    guard let number = node.scalar.flatMap({ Int($0.string) }), number >= lowest else {
      throw failure(node, name, "must be a whole number from \(lowest) on")
    }
    return number
  }

  func share(_ name: String) throws(PipelineError) -> Double? {
    guard let node = present(name) else { return nil }
    guard let share = node.scalar.flatMap({ Double($0.string) }), (0...1).contains(share) else {
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
    if let text = node.scalar?.string, !text.isEmpty { return [text] }
    var texts: [String] = []
    for element in node.sequence ?? [] {
      guard let text = element.scalar?.string, !text.isEmpty else {
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
    guard let sequence = node.sequence, !sequence.isEmpty else {
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

  private func present(_ name: String) -> Node? {
    guard let node = members[name] else { return nil }
    if let scalar = node.scalar, scalar.style == .plain, ["", "~", "null"].contains(scalar.string) {
      return nil
    }
    return node
  }

  private func failure(_ node: Node, _ name: String, _ message: String) -> PipelineError {
    PipelineError("\(Self.place(of: node, path)): '\(name)' \(message)")
  }

  private func missing(_ name: String) -> PipelineError {
    PipelineError("\(place): \(what) lacks '\(name)'")
  }

  private static func place(of node: Node, _ path: String) -> String {
    node.mark.map { "\(path):\($0)" } ?? path
  }
}
