-- The figures believed now, with their document, the text around them, and the name of their place.
CREATE VIEW figures AS
SELECT
  f.figure_id,
  d.document,
  v.title,
  v.outlet,
  v.url,
  v.published,
  f.quote,
  -- W3C TextQuote: up to 32 code points before and after the span.
  substr(v.text, max(f.char_start - 31, 1), min(f.char_start, 32)) AS prefix,
  substr(v.text, f.char_end + 1, 32) AS suffix,
  f.kind,
  f.value,
  f.value_real,
  f.upper,
  f.upper_real,
  f.of,
  f.of_real,
  f.unit,
  f.precision,
  f.qualifier,
  f.change,
  f.basis,
  f.status,
  f.period,
  f.period_first_day,
  f.period_last_day,
  f.place,
  -- The name valid when the article was published; failing that, the latest.
  coalesce(
    (
      SELECT p.name
      FROM place AS p
      WHERE p.code = f.place
        AND substr(v.published, 1, 10) BETWEEN p.valid_from AND coalesce(p.valid_to, '9999-12-31')
      ORDER BY p.valid_from DESC
      LIMIT 1
    ),
    (SELECT p.name FROM place AS p WHERE p.code = f.place ORDER BY p.valid_from DESC LIMIT 1)
  ) AS place_name,
  f.subject,
  f.source,
  f.indicator,
  f.char_start,
  f.char_end,
  f.byte_start,
  f.byte_end,
  f.verdict,
  f.rule,
  f.first_run_id AS run_id,
  v.version,
  v.digest,
  v.path
FROM figure AS f
JOIN document_version AS v ON v.version_key = f.version_key
JOIN document AS d ON d.document_key = v.document_key
WHERE f.superseded_run_id IS NULL AND v.superseded_run_id IS NULL;
