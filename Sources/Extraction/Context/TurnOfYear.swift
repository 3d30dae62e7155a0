/// Whether a text that was written early in a year tells of days late in the one before.
///
/// `Chiều 10/2, cơ quan cho biết …; từ ngày 16/12/2016 đến ngày 26/12/2016 đã kiểm tra`: the news is of
/// 2017, as what was done in December is over.
struct TurnOfYear {
  /// The latest month in which news is told of; 0 where none is.
  private var newsMonth = 0
  /// The latest month with its year in which a day lies that is over.
  private var reported: (year: Int, month: Int)?

  /// News of a day without its year.
  mutating func tell(_ month: Int) { newsMonth = max(newsMonth, month) }

  /// A day with its year, which is no plan.
  mutating func report(_ point: TimePoint) {
    guard let year = point.year, let month = point.month, point.day != nil else { return }
    if let reported, (reported.year, reported.month) >= (year, month) { return }
    reported = (year, month)
  }

  /// True where the news is of the year after `year`.
  func isBehind(_ year: Int) -> Bool {
    guard newsMonth > 0, let reported, reported.year == year else { return false }
    return newsMonth <= 3 && reported.month >= 10
  }
}
