-- Every figure ever stored with all that is known of it: what the views of figures are made of.
-- Example: SELECT count(*) AS figures, count(superseded_run_id) AS no_longer_believed FROM all_figures
--
-- What an index of figures finds figures by is joined; all else is looked up, and only where it is asked for: a join costs a
-- look for each figure, also where all are just counted.
CREATE VIEW all_figures AS
SELECT
  f.figure_id,
  d.document,
  v.title,
  v.outlet,
  v.url,
  v.published,
  f.quote,
  (
    SELECT substr(t.text, max(f.char_start - 31, 1), min(f.char_start, 32))
    FROM document_text AS t
    WHERE t.version_key = f.version_key
  ) AS prefix,  -- W3C TextQuote: up to 32 code points before the quote
  (
    SELECT substr(t.text, f.char_end + 1, 32)
    FROM document_text AS t
    WHERE t.version_key = f.version_key
  ) AS suffix,  -- W3C TextQuote: up to 32 code points after the quote
  f.kind,
  f.value,
  f.value_real,
  f.upper,
  f.upper_real,
  f.of,
  f.of_real,
  u.unit,
  f.precision,
  f.qualifier,
  f.change,
  f.basis,
  f.status,
  p.period,
  p.first_day AS period_first_day,  -- the first day of the period; null when open or unknown
  p.last_day AS period_last_day,  -- the last day of the period; null when open or unknown
  f.place,
  -- The name valid when the article was published; failing that, the latest.
  coalesce(
    (
      SELECT a.name
      FROM place AS a
      WHERE a.code = f.place
        AND substr(v.published, 1, 10) BETWEEN a.valid_from AND coalesce(a.valid_to, '9999-12-31')
      ORDER BY a.valid_from DESC
      LIMIT 1
    ),
    (SELECT a.name FROM place AS a WHERE a.code = f.place ORDER BY a.valid_from DESC LIMIT 1)
  ) AS place_name,  -- the place's name in Vietnamese when the article was published
  f.subject,
  (SELECT s.source FROM source AS s WHERE s.source_key = f.source_key) AS source,
  i.indicator,
  i.name AS indicator_name,  -- the indicator's name in Vietnamese
  f.char_start,
  f.char_end,
  f.byte_start,
  f.byte_end,
  f.verdict,
  (SELECT r.name FROM rule AS r WHERE r.rule_key = f.rule_key) AS rule,  -- the rules that fired, outermost first, each as table and row
  f.first_run_id,
  f.superseded_run_id,
  v.version,
  v.is_withdrawn,
  v.digest,
  v.path
FROM figure AS f
JOIN document_version AS v ON v.version_key = f.version_key
JOIN document AS d ON d.document_key = v.document_key
LEFT JOIN unit AS u ON u.unit_key = f.unit_key
LEFT JOIN period AS p ON p.period_key = f.period_key
LEFT JOIN indicator AS i ON i.indicator_key = f.indicator_key;
