import Glibc

/// The present moment as ISO 8601 in UTC, to the second: `2025-07-01T00:00:00Z`.
package func presentTimestamp() -> String {
  var seconds = time(nil)
  var parts = tm()
  gmtime_r(&seconds, &parts)
  let day = CivilDay(
    year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { $0 < 10 ? "0\($0)" : "\($0)" }
  return "\(day)T\(clock.joined(separator: ":"))Z"
}
