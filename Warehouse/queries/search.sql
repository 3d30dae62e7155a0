-- Full-text search without regard to accents: the sentences with all of the words, the last stored first, with their figures.
-- param: words text -- what to look for: `ty le ho so` finds `tỷ lệ hồ sơ`
-- param: match text = words -- words: all of them; phrase: in that order, side by side; fts5: the syntax of SQLite's FTS5
-- param: limit integer = 50 -- the most sentences shown
WITH asked AS (
  SELECT replace(replace(replace(replace(trim(:words), 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D') AS words
),
hits AS MATERIALIZED (
  SELECT rowid AS sentence_key
  FROM sentence_search
  WHERE sentence_search MATCH (
    SELECT CASE :match
      WHEN 'fts5' THEN words
      WHEN 'phrase' THEN '"' || replace(words, '"', ' ') || '"'
      ELSE '"' || replace(replace(words, '"', ' '), ' ', '" "') || '"'
    END
    FROM asked
  )
  ORDER BY rowid DESC
  LIMIT :limit
)
SELECT
  substr(t.text, s.char_start + 1, s.char_end - s.char_start) AS sentence,
  f.quote, f.kind, f.value, f.upper, u.unit, f.subject, f.status, p.period, f.place, d.document, v.title, v.published,
  v.url, f.figure_id
FROM hits AS h
CROSS JOIN sentence AS s ON s.sentence_key = h.sentence_key
CROSS JOIN figure AS g ON g.figure_key = s.sentence_key
CROSS JOIN document_version AS v ON v.version_key = g.version_key
CROSS JOIN document AS d ON d.document_key = v.document_key
CROSS JOIN document_text AS t ON t.version_key = g.version_key
CROSS JOIN figure AS f
  ON f.version_key = g.version_key AND f.char_start >= s.char_start AND f.char_start < s.char_end
    AND f.superseded_run_id IS NULL
LEFT JOIN unit AS u ON u.unit_key = f.unit_key
LEFT JOIN period AS p ON p.period_key = f.period_key
ORDER BY h.sentence_key DESC, f.char_start;
