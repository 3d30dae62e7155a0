extension JSONWriter {
  /// A member with a string; nothing when there is none.
  public mutating func member(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  /// A member with an integer; nothing when there is none.
  public mutating func member(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    key(name)
    int(value)
  }

  /// A member with an exact decimal as a string; nothing when there is none.
  public mutating func member(_ name: StaticString, _ value: ExactDecimal?) {
    guard let value else { return }
    key(name)
    decimalText(value)
  }

  /// A member with an integer, by a name that is not known beforehand.
  public mutating func member(named name: String, _ value: Int) {
    key(named: name)
    int(value)
  }

  /// The four members `char_start`, `char_end`, `byte_start` and `byte_end`.
  mutating func members(of span: Span) {
    member("char_start", span.charStart)
    member("char_end", span.charEnd)
    member("byte_start", span.byteStart)
    member("byte_end", span.byteEnd)
  }
}
