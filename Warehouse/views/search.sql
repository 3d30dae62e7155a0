-- Full-text search: ask for `words MATCH …` and get each sentence that holds them, with every figure in it.
-- Example: SELECT sentence, quote, document FROM search WHERE words MATCH 'doanh thu' LIMIT 10
--
-- With or without accents: `ty le` finds `tỷ lệ`. In words with đ write d. The syntax is that of FTS5: "a phrase", a OR b,
-- a NOT b, prefix*, subjects : word. The last stored come first with ORDER BY sentence_key DESC, the best with ORDER BY rank.
CREATE VIEW search AS
SELECT
  x.sentence_search AS words,  -- what to match; empty otherwise
  x.rank AS rank,  -- how well it matches: the lower the better
  s.sentence_key,
  substr(t.text, s.char_start + 1, s.char_end - s.char_start) AS sentence,  -- the sentence as written
  s.subjects,
  f.figure_id,
  f.quote,
  f.kind,
  f.value,
  f.value_real,
  f.upper,
  u.unit,
  f.qualifier,
  f.change,
  f.status,
  p.period,
  f.place,
  f.subject,
  d.document,
  v.title,
  v.outlet,
  v.url,
  v.published
FROM sentence_search AS x
CROSS JOIN sentence AS s ON s.sentence_key = x.rowid
CROSS JOIN figure AS g ON g.figure_key = s.sentence_key
CROSS JOIN document_version AS v ON v.version_key = g.version_key
CROSS JOIN document AS d ON d.document_key = v.document_key
CROSS JOIN document_text AS t ON t.version_key = g.version_key
CROSS JOIN figure AS f
  ON f.version_key = g.version_key AND f.char_start >= s.char_start AND f.char_start < s.char_end
LEFT JOIN unit AS u ON u.unit_key = f.unit_key
LEFT JOIN period AS p ON p.period_key = f.period_key
WHERE f.superseded_run_id IS NULL;
