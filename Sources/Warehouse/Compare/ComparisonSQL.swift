/// The statements that compare the figures of different articles.
enum ComparisonSQL {
  static let touchedTable = """
    CREATE TEMP TABLE touched (
      indicator_key INTEGER, subject TEXT COLLATE NOCASE, place TEXT, period_key INTEGER,
      PRIMARY KEY (indicator_key, subject, place, period_key)
    ) WITHOUT ROWID
    """

  static let forget = "DROP TABLE temp.touched"

  /// The quantities of the figures that came or went after a run, which is given twice.
  static let touched =
    "INSERT OR IGNORE INTO temp.touched " + touched(by: "first_run_id")
    + " UNION ALL " + touched(by: "superseded_run_id")

  private static func touched(by column: String) -> String {
    """
    SELECT ifnull(indicator_key, 0), \(subject), place, period_key
    FROM figure
    WHERE \(column) > ? AND \(hasQuantity)
    """
  }

  /// The quantities of indicators, of which there are few, for ``jumps`` after a first run.
  ///
  /// The index of indicators has all that is asked, and is a small part of that of places.
  static let indicators = """
    INSERT OR IGNORE INTO temp.touched
    SELECT indicator_key, '', place, period_key FROM figure
    WHERE indicator_key > 0 AND superseded_run_id IS NULL AND +place IS NOT NULL
      AND +period_key IN (SELECT period_key FROM period WHERE first_day IS NOT NULL)
    """

  private static let subject =
    "CASE WHEN indicator_key IS NULL THEN lower(subject) ELSE '' END"

  private static let hasQuantity = """
    place IS NOT NULL AND period_key IN (SELECT period_key FROM period WHERE first_day IS NOT NULL)
      AND (indicator_key IS NOT NULL OR length(subject) >= \(shortestSubject))
    """

  /// Shorter subjects name too many things to be compared; the index figure_subject has none of them.
  private static let shortestSubject = 8
  /// Values further apart than this are hardly of one thing, where an indicator, or only a subject,
  /// says that they are.
  private static let widestOfIndicator = 2.0
  private static let widestOfSubject = 1.25

  /// Longer texts, in code points, are not compared by the words around their figures.
  private static let longestSearched = 1_000_000

  static let allTouched =
    "SELECT indicator_key, subject, place, period_key FROM temp.touched"

  /// Takes out what is found anew of a quantity.
  static let remove = """
    DELETE FROM comparison
    WHERE indicator_key = ? AND subject = ? AND place = ? AND period_key = ?
    """

  static let removeTouchedJumps = """
    DELETE FROM series_jump WHERE EXISTS (
      SELECT 1 FROM temp.touched AS t
      WHERE t.indicator_key = series_jump.indicator_key AND t.place = series_jump.place)
    """

  static let removeAll = ["DELETE FROM comparison", "DELETE FROM series_jump"]

  /// The figures of all quantities, one quantity after another. No index is used, as none may be
  /// there yet.
  static let all = """
    SELECT ifnull(f.indicator_key, 0), \(subject), f.place, f.period_key, \(columns)
    FROM figure AS f NOT INDEXED
    WHERE \(hasQuantity) AND \(isCompared)
    ORDER BY 1, 2, 3, 4
    """

  /// The figures of what was touched, one quantity after another: of indicators, and of subjects.
  static let ofTouched = [
    """
    SELECT t.indicator_key, t.subject, t.place, t.period_key, \(columns)
    FROM temp.touched AS t
    CROSS JOIN figure AS f ON f.indicator_key = t.indicator_key AND f.place = t.place
      AND f.period_key = t.period_key
    WHERE t.indicator_key > 0 AND f.indicator_key IS NOT NULL AND \(isCompared)
    """,
    """
    SELECT t.indicator_key, t.subject, t.place, t.period_key, \(columns)
    FROM temp.touched AS t
    CROSS JOIN figure AS f ON substr(f.subject, 1, 8) = substr(t.subject, 1, 8) COLLATE NOCASE
      AND f.place = t.place AND f.period_key = t.period_key
    WHERE t.indicator_key = 0 AND f.subject = t.subject COLLATE NOCASE
      AND f.indicator_key IS NULL AND length(f.subject) >= \(shortestSubject)
      AND f.place IS NOT NULL AND f.period_key IS NOT NULL AND \(isCompared)
    """,
  ]

  private static let isCompared = """
    f.superseded_run_id IS NULL AND f.upper IS NULL AND f.kind <> 'rank' AND f.kind <> 'ratio'
      AND f.verdict <> 'error'
    """

  /// A value stands for all between the bounds that its last digit and its qualifier leave open.
  private static let columns = """
    f.kind, ifnull(f.unit_key, 0), ifnull(f.change, ''), f.status, f.version_key, f.figure_key,
      f.value_real, f.char_start, f.char_end,
      f.value_real - CASE
        WHEN f.qualifier = 'about' THEN max(\(step), abs(f.value_real) / 20)
        WHEN f.qualifier IN ('nearly', 'under', 'at_most', 'up_to')
          THEN max(\(step), abs(f.value_real) / 10)
        ELSE \(step) * 0.500001 END,
      f.value_real + CASE
        WHEN f.qualifier = 'about' THEN max(\(step), abs(f.value_real) / 20)
        WHEN f.qualifier IN ('over', 'at_least') THEN max(\(step), abs(f.value_real) / 10)
        ELSE \(step) * 0.500001 END
    """

  private static let step = "CAST('1e' || ifnull(f.precision, 0) AS REAL)"

  /// The first appearance of a version's text, and what its origin is.
  static let cluster = "SELECT cluster_key FROM document_appearance WHERE version_key = ?"
  static let origin = "SELECT origin FROM text_origins WHERE version_key = ?"

  /// The words around a figure, of a version, from the first code point to the last; none of a very
  /// long text, which is not looked into for each of its figures.
  static let words = """
    SELECT substr(x.text, max(?2 - 39, 1), ?3 - max(?2 - 39, 1) + 31)
    FROM document_version AS v
    JOIN document_text AS x ON x.version_key = v.version_key
    WHERE v.version_key = ?1 AND v.char_count <= \(longestSearched)
    """

  /// Whether the unlike values of the figures ?1 and ?2 are of one thing, for the indicator ?3 or the
  /// subject ?4, where one is ?5 times the other.
  ///
  /// Unlike values contradict each other only where the words about both are the same: one
  /// indicator is of many firms, goods or groups, and a subject of two syllables names too many
  /// things. What agrees needs no such proof.
  static let isContradiction = """
    SELECT 1 FROM figure AS l
    JOIN figure AS h ON h.figure_key = ?2
    WHERE l.figure_key = ?1
      AND lower(ifnull(l.subject, '')) = lower(ifnull(h.subject, ''))
      AND lower(ifnull(l.basis, '')) = lower(ifnull(h.basis, ''))
      AND (?3 > 0 OR ?4 LIKE '% % %')
      AND (?5 BETWEEN 1 AND iif(?3 > 0, \(widestOfIndicator), \(widestOfSubject)) OR \(isSlip))
    """

  /// A power of ten between two values tells of a slip where they have three digits in common; fewer
  /// are so by chance.
  private static let isSlip = """
    (length(rtrim(replace(l.value, '.', ''), '0')) >= 3
      AND (?5 BETWEEN 9.95 AND 10.05 OR ?5 BETWEEN 99.5 AND 100.5
        OR ?5 BETWEEN 995 AND 1005 OR ?5 BETWEEN 995000 AND 1005000))
    """

  /// Levels reached or estimated, one a period, with the step from the period before of the same
  /// length; see the view series_jumps for what is out of line.
  static let jumps = """
    INSERT INTO series_jump
    WITH level AS (
      SELECT f.indicator_key, f.place, f.kind, f.unit_key, p.first_day, f.value_real AS value,
        f.figure_key,
        round((julianday(p.last_day) - julianday(p.first_day)) / 7) AS length,
        row_number() OVER (
          PARTITION BY f.indicator_key, f.place, f.kind, f.unit_key, f.period_key
          ORDER BY f.status, v.published DESC, f.figure_key) AS choice
      FROM (SELECT DISTINCT indicator_key, place FROM temp.touched WHERE indicator_key > 0) AS t
      CROSS JOIN figure AS f ON f.indicator_key = t.indicator_key AND f.place = t.place
      JOIN period AS p ON p.period_key = f.period_key
      JOIN document_version AS v ON v.version_key = f.version_key
      WHERE f.superseded_run_id IS NULL AND f.indicator_key IS NOT NULL AND f.change IS NULL
        AND f.upper IS NULL AND f.value_real > 0 AND f.verdict <> 'error'
        AND (f.status = 'actual' OR f.status = 'estimate')
        AND p.first_day IS NOT NULL AND p.last_day IS NOT NULL
    ),
    step AS (
      SELECT *, lag(value) OVER series AS previous, lag(figure_key) OVER series AS previous_key
      FROM level
      WHERE choice = 1
      WINDOW series AS (
        PARTITION BY indicator_key, place, kind, unit_key, length ORDER BY first_day, figure_key)
    ),
    sized AS (
      SELECT *, max(value, previous) / min(value, previous) AS factor FROM step
      WHERE previous IS NOT NULL
    ),
    compared AS (
      SELECT *, count(*) OVER series AS steps,
        (sum(factor - 1) OVER series - (factor - 1)) / nullif(count(*) OVER series - 1, 0) AS usual
      FROM sized
      WINDOW series AS (PARTITION BY indicator_key, place, kind, unit_key, length)
    )
    SELECT indicator_key, place, figure_key, previous_key, factor, 1 + usual, steps
    FROM compared
    WHERE steps >= 4 AND factor >= 1.5 AND factor - 1 >= 4 * usual
    """
}
