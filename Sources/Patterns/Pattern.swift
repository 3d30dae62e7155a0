import CPCRE2
import Synchronization

/// A PCRE2 regular expression over UTF-8 bytes, compiled with JIT and shared by all workers.
///
/// Patterns are free-spacing (`x`), Unicode aware, and bounded: a match that needs more steps than
/// ``stepLimit`` ends as ``MatchOutcome/limitReached``, so no text can make a rule run away. Its
/// machine code is made when it is first matched, as many a program's run asks few patterns.
public final class Pattern: @unchecked Sendable {
  /// Names the pattern in messages, such as `shapes:web-address`.
  public let name: String
  public let source: String
  /// True where it only ever matches at the place it is tried at.
  public let isAnchored: Bool
  fileprivate let code: OpaquePointer
  /// Whether machine code was made of it, or tried and not to be had.
  private let state = Atomic(JIT.untried.rawValue)
  private let making = Mutex(())

  private enum JIT: UInt8 { case untried, made, none }

  /// The most backtracking steps that one match may take.
  public static let stepLimit: UInt32 = 100_000

  /// Compiles `source`; throws ``PatternError`` with the offset of what is wrong.
  ///
  /// - Parameter isAnchored: A pattern that is never searched for is told so here: the machine code
  ///   cannot be told when it runs.
  public init(
    name: String, source: String, ignoresCase: Bool = false, isAnchored: Bool = false
  ) throws(PatternError) {
    self.isAnchored = isAnchored
    self.name = name
    self.source = source
    var errorCode: Int32 = 0
    var errorOffset = 0
    var options = PCRE2_UTF | PCRE2_UCP | PCRE2_EXTENDED | PCRE2_NO_UTF_CHECK
    if ignoresCase { options |= PCRE2_CASELESS }
    if isAnchored { options |= PCRE2_ANCHORED }
    let bytes = Array(source.utf8)
    let compiled = bytes.withUnsafeBufferPointer { pointer in
      pcre2_compile_8(
        pointer.baseAddress, pointer.count, options, &errorCode, &errorOffset, nil)
    }
    guard let compiled else {
      throw PatternError(name: name, offset: errorOffset, message: Self.message(errorCode))
    }
    code = compiled
  }

  deinit { pcre2_code_free_8(code) }

  /// True where machine code stands ready; without JIT support the interpreter does the same work,
  /// slower.
  @inline(__always)
  fileprivate var isCompiled: Bool {
    let known = state.load(ordering: .acquiring)
    return known == JIT.untried.rawValue ? compile() : known == JIT.made.rawValue
  }

  /// Makes the machine code, once: no other thread may match while it is made.
  @inline(never)
  private func compile() -> Bool {
    making.withLock { _ in
      if state.load(ordering: .relaxed) == JIT.untried.rawValue {
        let isMade = pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE) == 0
        state.store((isMade ? JIT.made : JIT.none).rawValue, ordering: .releasing)
      }
      return state.load(ordering: .relaxed) == JIT.made.rawValue
    }
  }

  /// The number of the group called `group`, or nil when the pattern has none of that name.
  public func groupNumber(_ group: String) -> Int? {
    let number = pcre2_substring_number_from_name_8(code, Array(group.utf8) + [0])
    return number > 0 ? Int(number) : nil
  }

  private static func message(_ code: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = pcre2_get_error_message_8(code, &buffer, buffer.count)
    return length > 0
      ? String(decoding: buffer.prefix(Int(length)), as: UTF8.self) : "error \(code)"
  }
}

/// A regular expression that does not compile.
public struct PatternError: Error, CustomStringConvertible {
  public var name: String
  /// The byte of the source at which the compiler stopped.
  public var offset: Int
  public var message: String

  public var description: String { "pattern \(name), at byte \(offset): \(message)" }
}

/// What became of one attempt to match.
public enum MatchOutcome: Sendable, Equatable {
  /// Byte offsets of the whole match within the text.
  case match(Range<Int>)
  case noMatch
  /// The step limit was reached; the text is to be rejected with the pattern's name.
  case limitReached
}

/// The scratch memory of one worker; not to be shared between threads.
public final class Matcher {
  private let data: OpaquePointer
  private let context: OpaquePointer
  private let groups: Int

  public init(groups: Int = 16) {
    self.groups = groups
    data = pcre2_match_data_create_8(UInt32(groups), nil)
    context = pcre2_match_context_create_8(nil)
    pcre2_set_match_limit_8(context, Pattern.stepLimit)
    pcre2_set_depth_limit_8(context, 1000)
  }

  deinit {
    pcre2_match_data_free_8(data)
    pcre2_match_context_free_8(context)
  }

  /// Tries `pattern` at `start` of valid UTF-8 `text`: only there when `anchored`, else from there
  /// on. The text after `end` is not looked at.
  public func match(
    _ pattern: Pattern, in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int,
    anchored: Bool
  ) -> MatchOutcome {
    let isFixed = anchored && !pattern.isAnchored
    let isCompiled = pattern.isCompiled
    let count =
      isCompiled && !isFixed
      ? pcre2_jit_match_8(pattern.code, text.baseAddress, end, start, 0, data, context)
      : pcre2_match_8(
        pattern.code, text.baseAddress, end, start,
        PCRE2_NO_UTF_CHECK | (isFixed ? PCRE2_ANCHORED : 0), data, context)
    if count >= 0 { return .match(range(of: 0)!) }
    if count == PCRE2_ERROR_NOMATCH { return .noMatch }
    return .limitReached
  }

  /// Where the group of the last match stands; nil when it took no part.
  public func range(of group: Int) -> Range<Int>? {
    guard group < groups, let vector = pcre2_get_ovector_pointer_8(data) else { return nil }
    let start = vector[group * 2]
    let end = vector[group * 2 + 1]
    return start == Int.max || start == ~0 || start > end ? nil : Int(start)..<Int(end)
  }
}
