import Model
import Tables

/// A row of `number_words.csv`: a word that is part of a number.
public final class NumberWord: Sendable {
  public enum Role: String, Sendable, CaseIterable {
    /// A digit that stands alone: một, hai, ba.
    case unit
    /// A digit's form after mươi: mốt, tư, lăm.
    case afterTens = "after_tens"
    /// Mười.
    case ten
    /// Mươi, which multiplies the digit before it.
    case tens
    /// Trăm, likewise.
    case hundred
    /// Linh and lẻ, which hold the place of an empty ten.
    case zero
    /// Rưỡi: half of the scale before it.
    case half
  }

  public let word: String
  public let value: Int
  public let role: Role

  init(_ row: TableRow) throws(TableError) {
    word = row["word"]
    value = try row.integer("value")
    role = try row.choice("role")
  }
}

/// A row of `scales.csv`: a word that multiplies the number before it by a power of ten.
public final class Scale: Sendable {
  public enum Form: String, Sendable, CaseIterable {
    case word
    /// Only when written to the number without a space: 15tr, 500k.
    case suffix
  }

  public let word: String
  public let power: Int
  public let form: Form

  init(_ row: TableRow) throws(TableError) {
    word = row["word"]
    power = try row.integer("power")
    form = try row.choice("form")
  }
}
