import Lexing
import Model

/// Tells whether a text is a weather report, whose measures are forecasts though no word says so.
final class WeatherReport {
  private let scan: Scan
  /// Asked for by the first measure of the kind only.
  private lazy var isReport = hasWeather
  /// Likewise; few texts name a forecasting body at all.
  private lazy var namesBody = scan.hits.landmarks.contains {
    $0.roles.contains(.status) && isBody(Int($0.token))
  }

  init(scan: Scan) { self.scan = scan }

  /// The units that the weather is measured in.
  private static let units: Set<String> = ["Cel", "mm", "%", "km/h", "m"]

  /// The most words of a report on one of the weather.
  private static let wordsEach = 25

  /// True where the measure is forecast: `đêm có mưa, nhiệt độ thấp nhất 19-22 độ`; not where its
  /// sentence says what was measured.
  func forecasts(_ quantity: Quantity, in sentence: Range<Int>) -> Bool {
    guard let unit = quantity.unit,
      quantity.kind == .measure && Self.units.contains(unit) && (isReport || isForecast(sentence))
        || quantity.kind == .rate && unit.begins(with: "mm/") && isForecast(sentence)
    else { return false }
    return !sentence.contains { scan.id($0) == scan.words.already || isYesterday($0) }
  }

  /// `Theo Trung tâm Dự báo khí tượng, đêm nay có mưa vừa, mưa to, từ 40 đến 70 mm`: what the weather will
  /// be by those who say so, and not what it is now.
  private func isForecast(_ sentence: Range<Int>) -> Bool {
    guard namesBody else { return false }
    var isOfWeather = false
    var isOfBody = false
    for index in sentence {
      let id = scan.id(index)
      if id == scan.words.now { return false }
      if scan.words.weather.contains(id) { isOfWeather = true }
      if !isOfBody, isBody(index) { isOfBody = true }
    }
    return isOfBody && isOfWeather
  }

  /// True where a word of forecasting stands that ends a name: Trung tâm Dự báo khí tượng.
  private func isBody(_ index: Int) -> Bool {
    guard let hit = scan.hits.starting(at: index, .status),
      scan.rules.statuses[Int(hit.row)].status == .forecast
    else { return false }
    return scan.hits.ending(at: Int(hit.end), .compound) != nil
  }

  private func isYesterday(_ index: Int) -> Bool {
    guard let hit = scan.hits.starting(at: index, .relativeTime) else { return false }
    let row = scan.rules.relativeTimes[Int(hit.row)]
    return row.offset < 0
  }

  private var hasWeather: Bool {
    var count = 0
    for index in 0..<scan.count where scan.words.weather.contains(scan.id(index)) { count += 1 }
    return count >= 6 && count * Self.wordsEach >= scan.count
  }
}
