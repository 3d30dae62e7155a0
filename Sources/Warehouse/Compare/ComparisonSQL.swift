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
    SELECT ifnull(indicator_key, 0), CASE WHEN indicator_key IS NULL THEN lower(subject) ELSE '' END,
      place, period_key
    FROM figure
    WHERE \(column) > ? AND place IS NOT NULL
      AND period_key IN (SELECT period_key FROM period WHERE first_day IS NOT NULL)
      AND (indicator_key IS NOT NULL OR length(subject) >= \(shortestSubject))
    """
  }

  /// Shorter subjects name too many things to be compared; the index figure_subject has none of them.
  private static let shortestSubject = 8
  /// Values further apart than this are hardly of one thing, where an indicator, or only a subject,
  /// says that they are.
  private static let widestOfIndicator = 2.0
  private static let widestOfSubject = 1.25

  /// Longer texts, in code points, are not compared by the words around their figures.
  private static let longestSearched = 1_000_000

  /// Brings both tables up to date for what was touched.
  static let refresh = [
    """
    DELETE FROM comparison WHERE EXISTS (
      SELECT 1 FROM temp.touched AS t
      WHERE t.indicator_key = comparison.indicator_key AND t.subject = comparison.subject
        AND t.place = comparison.place AND t.period_key = comparison.period_key)
    """,
    comparison(
      """
      FROM temp.touched AS t
      CROSS JOIN figure AS f ON f.indicator_key = t.indicator_key AND f.place = t.place
        AND f.period_key = t.period_key
      WHERE t.indicator_key > 0 AND f.superseded_run_id IS NULL AND f.indicator_key IS NOT NULL
      """, widest: widestOfIndicator),
    lonely,
    comparison(
      """
      FROM temp.touched AS t
      CROSS JOIN figure AS f ON substr(f.subject, 1, 8) = substr(t.subject, 1, 8) COLLATE NOCASE
        AND f.place = t.place AND f.period_key = t.period_key
      WHERE t.indicator_key = 0 AND f.subject = t.subject COLLATE NOCASE
        AND f.superseded_run_id IS NULL AND f.indicator_key IS NULL AND length(f.subject) >= 8
        AND f.place IS NOT NULL AND f.period_key IS NOT NULL
      """, widest: widestOfSubject),
    """
    DELETE FROM series_jump WHERE EXISTS (
      SELECT 1 FROM temp.touched AS t
      WHERE t.indicator_key = series_jump.indicator_key AND t.place = series_jump.place)
    """,
    jumps,
  ]

  /// Most subjects begin like that of no other figure: the index alone tells, and no figure is read
  /// for them.
  private static let lonely = """
    DELETE FROM temp.touched WHERE indicator_key = 0 AND NOT EXISTS (
      SELECT 1 FROM figure AS f
      WHERE substr(f.subject, 1, 8) = substr(touched.subject, 1, 8) COLLATE NOCASE
        AND f.place = touched.place AND f.period_key = touched.period_key
        AND f.superseded_run_id IS NULL AND f.indicator_key IS NULL AND length(f.subject) >= 8
        AND f.place IS NOT NULL AND f.period_key IS NOT NULL
      LIMIT 1 OFFSET 1)
    """

  /// Groups of figures of more than one document; `figures` gives them as f, what they were
  /// touched by as t.
  ///
  /// A value stands for all between the bounds that its last digit and its qualifier leave open;
  /// all agree when there is a number within the bounds of each. Reals do, as bounds are wide.
  private static func comparison(_ figures: String, widest: Double) -> String {
    """
    INSERT INTO comparison
    WITH statement AS (
      SELECT t.indicator_key, lower(t.subject) AS subject, t.place, t.period_key, f.kind,
        ifnull(f.unit_key, 0) AS unit_key, ifnull(f.change, '') AS change, f.status,
        f.version_key, f.figure_key, f.value_real AS value, f.char_start, f.char_end,
        CAST('1e' || ifnull(f.precision, 0) AS REAL) AS step, f.qualifier
      \(figures)
        AND f.upper IS NULL AND f.kind <> 'rank' AND f.kind <> 'ratio' AND f.verdict <> 'error'
    ),
    bounded AS (
      SELECT *,
        value - CASE
          WHEN qualifier = 'about' THEN max(step, abs(value) / 20)
          WHEN qualifier IN ('nearly', 'under', 'at_most', 'up_to') THEN max(step, abs(value) / 10)
          ELSE step * 0.500001 END AS low,
        value + CASE
          WHEN qualifier = 'about' THEN max(step, abs(value) / 20)
          WHEN qualifier IN ('over', 'at_least') THEN max(step, abs(value) / 10)
          ELSE step * 0.500001 END AS high,
        first_value(figure_key) OVER (key ORDER BY value, figure_key) AS lowest_key,
        first_value(figure_key) OVER (key ORDER BY value DESC, figure_key) AS highest_key,
        min(version_key) OVER key AS first_version, max(version_key) OVER key AS last_version
      FROM statement
      WINDOW key AS (
        PARTITION BY indicator_key, subject, place, period_key, kind, unit_key, change, status)
    ),
    -- A text that states several values means several things by the same words: from 5 to 6.
    voiced AS (
      SELECT b.*, o.origin, max(b.low) OVER voice > min(b.high) OVER voice AS is_split,
        min(o.origin) OVER key <> max(o.origin) OVER key AS has_voices
      FROM bounded AS b
      JOIN text_origins AS o ON o.version_key = b.version_key
      WHERE b.first_version <> b.last_version
      WINDOW key AS (
        PARTITION BY b.indicator_key, b.subject, b.place, b.period_key, b.kind, b.unit_key,
          b.change, b.status),
        voice AS (key ORDER BY b.version_key GROUPS CURRENT ROW)
    ),
    -- The words around a figure, cut before figures are grouped, so that no text is sorted with them.
    -- A very long text is not looked into for each of its figures: its words count as its own. Where
    -- all texts are copies of one, none is read.
    worded AS MATERIALIZED (
      SELECT b.*,
        CASE WHEN b.has_voices THEN ifnull((
          SELECT substr(x.text, max(b.char_start - 39, 1),
            b.char_end - max(b.char_start - 39, 1) + 31)
          FROM document_version AS v
          JOIN document_text AS x ON x.version_key = v.version_key
          WHERE v.version_key = b.version_key AND v.char_count <= \(longestSearched)
        ), b.version_key) END AS words
      FROM voiced AS b
    ),
    -- Texts that are copies, and those that say it in the same words, are one voice.
    compared AS (
      SELECT b.indicator_key, b.subject, b.place, b.period_key, b.kind, b.unit_key, b.change,
        b.status, count(*) AS statements,
        CASE WHEN b.has_voices THEN
          min(count(DISTINCT b.origin), count(DISTINCT b.words)) ELSE 1 END AS texts,
        min(b.lowest_key) AS lowest_key, min(b.highest_key) AS highest_key,
        max(b.is_split) AS is_split, max(b.low) <= min(b.high) AS agree, max(b.value) / nullif(min(b.value), 0) AS factor
      FROM worded AS b
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
    )
    SELECT c.indicator_key, c.subject, c.place, c.period_key, c.kind, c.unit_key, c.change,
      c.status, c.statements, c.texts, c.lowest_key, c.highest_key,
      CASE WHEN NOT agree THEN 'contradicted' WHEN texts > 1 THEN 'corroborated'
        ELSE 'repeated' END
    FROM compared AS c
    JOIN figure AS l ON l.figure_key = c.lowest_key
    JOIN figure AS h ON h.figure_key = c.highest_key
    WHERE agree OR (NOT is_split AND \(isOneThing)
      AND (factor BETWEEN 1 AND \(widest) OR \(isSlip)))
    """
  }

  /// Unlike values contradict each other only where the words about both are the same: one
  /// indicator is of many firms, goods or groups, and a subject of two syllables names too many
  /// things. What agrees needs no such proof.
  private static let isOneThing = """
    lower(ifnull(l.subject, '')) = lower(ifnull(h.subject, ''))
      AND lower(ifnull(l.basis, '')) = lower(ifnull(h.basis, ''))
      AND (c.indicator_key > 0 OR c.subject LIKE '% % %')
    """

  /// A power of ten between two values tells of a slip where they have three digits in common; fewer
  /// are so by chance.
  private static let isSlip = """
    (length(rtrim(replace(l.value, '.', ''), '0')) >= 3
      AND (factor BETWEEN 9.95 AND 10.05 OR factor BETWEEN 99.5 AND 100.5
        OR factor BETWEEN 995 AND 1005 OR factor BETWEEN 995000 AND 1005000))
    """

  /// Levels reached or estimated, one a period, with the step from the period before of the same
  /// length; see the view series_jumps for what is out of line.
  private static let jumps = """
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
