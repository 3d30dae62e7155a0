import Model
import Tables

/// Why bytes cannot be read on.
package enum StreamError: Error, Sendable, Hashable {
  /// The system refused the file.
  case unreadable(InputError)
  /// The bytes are not what they should be: the rule's name without the `ingest:` before it, and
  /// where, what is wrong and what to do.
  case broken(rule: String, reason: String)

  package var reason: String {
    switch self {
    case .unreadable(let error): error.description
    case .broken(_, let reason): reason
    }
  }
}

extension IngestItem {
  /// - Parameters:
  ///   - file: The file as the system knows it, also for an entry of an archive in it.
  ///   - record: The record that could not be read whole, counted from 1; nil for the only one.
  static func refused(_ error: StreamError, in file: String, record: Int?) -> IngestItem {
    switch error {
    case .unreadable(let error): return .rejection(.unreadable(error))
    case .broken(let rule, let reason):
      let lost = record.map { $0 > 1 ? "; record \($0) and those after it are lost" : "" } ?? ""
      return .refused(file, rule, reason + lost)
    }
  }
}
