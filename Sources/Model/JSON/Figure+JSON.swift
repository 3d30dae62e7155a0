extension Figure {
  /// Writes the figure as one object, as the contract `figure.schema.json` has it.
  public func writeJSON(to writer: inout JSONWriter) {
    writer.beginObject()
    writeMembers(to: &writer)
    writer.endObject()
  }

  /// The same with a member `explanation`: what gave its attributes.
  public func writeJSON(to writer: inout JSONWriter, explanation: [Evidence]) {
    writer.beginObject()
    writeMembers(to: &writer)
    writer.key("explanation")
    writer.beginArray()
    for evidence in explanation { evidence.writeJSON(to: &writer) }
    writer.endArray()
    writer.endObject()
  }

  private func writeMembers(to writer: inout JSONWriter) {
    writer.member("document", document)
    writer.members(of: span)
    writer.member("quote", quote)
    writer.member("kind", kind.rawValue)
    writer.member("value", value)
    writer.member("upper", upper)
    writer.member("of", of)
    writer.member("precision", precision)
    // The contract wants this member even where it has no value.
    writer.key("unit")
    if let unit { writer.string(unit) } else { writer.null() }
    writer.member("qualifier", qualifier?.rawValue)
    writer.member("change", change?.rawValue)
    writer.member("basis", basis)
    writer.member("status", status.rawValue)
    writer.member("period", period)
    writer.member("place", place)
    writer.member("subject", subject)
    writer.member("source", source)
    writer.member("indicator", indicator)
    writer.member("rule", rule)
    writeVerdicts(to: &writer)
  }

  private func writeVerdicts(to writer: inout JSONWriter) {
    guard !verdicts.isEmpty else { return }
    writer.key("verdicts")
    writer.beginArray()
    for verdict in verdicts { verdict.writeJSON(to: &writer) }
    writer.endArray()
  }

  /// Takes a figure from what ``writeJSON(to:)`` wrote; other members are ignored.
  public init(json: JSONValue) throws(JSONFieldError) {
    let fields = try JSONFields(json)
    var verdicts: [Verdict] = []
    for (path, value) in try fields.elements("verdicts") {
      verdicts.append(try Verdict(json: value, path: path))
    }
    self.init(
      document: try fields.string("document"), span: try fields.span(),
      quote: try fields.string("quote"), kind: try fields.name("kind", of: FigureKind.self),
      value: try fields.decimal("value"), upper: try fields.optionalDecimal("upper"),
      of: try fields.optionalDecimal("of"), precision: try fields.optionalInt("precision"),
      unit: try fields.optionalString("unit"),
      qualifier: try fields.optionalName("qualifier", of: Qualifier.self),
      change: try fields.optionalName("change", of: Change.self),
      basis: try fields.optionalString("basis"),
      status: try fields.name("status", of: Status.self),
      period: try fields.optionalString("period"), place: try fields.optionalString("place"),
      subject: try fields.optionalString("subject"), source: try fields.optionalString("source"),
      indicator: try fields.optionalString("indicator"), rule: try fields.optionalString("rule"),
      verdicts: verdicts)
  }
}

extension Verdict {
  /// Writes the verdict as one object: `rule`, `severity`, `message`.
  public func writeJSON(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("rule", rule)
    writer.member("severity", severity.rawValue)
    writer.member("message", message)
    writer.endObject()
  }

  /// - Parameters:
  ///   - json: The object that ``writeJSON(to:)`` wrote.
  ///   - path: Where it stands in the value around it, for messages.
  public init(json: JSONValue, path: String = "") throws(JSONFieldError) {
    let fields = try JSONFields(json, path: path)
    self.init(
      rule: try fields.string("rule"), severity: try fields.name("severity", of: Severity.self),
      message: try fields.string("message"))
  }
}
