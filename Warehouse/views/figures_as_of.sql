-- Every figure ever believed with the runs between which it was: what was believed after a run are the rows that it began
-- in or before and that ended later.
-- Example: SELECT quote, value, unit FROM figures_as_of WHERE valid_from_run <= 1 AND ifnull(valid_to_run > 1, 1) LIMIT 10
CREATE VIEW figures_as_of AS
SELECT
  f.first_run_id AS valid_from_run,  -- the run that first read it so
  f.superseded_run_id AS valid_to_run,  -- the run that no longer believed it; null while it is believed
  f.figure_id,
  d.document,
  v.version,
  v.title,
  v.outlet,
  v.url,
  v.published,
  f.quote,
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
  f.subject,
  s.source,
  i.indicator,
  f.char_start,
  f.char_end,
  f.verdict,
  r.name AS rule,  -- the rules that fired, outermost first, each as table and row
  v.is_withdrawn
FROM figure AS f
JOIN document_version AS v ON v.version_key = f.version_key
JOIN document AS d ON d.document_key = v.document_key
LEFT JOIN unit AS u ON u.unit_key = f.unit_key
LEFT JOIN period AS p ON p.period_key = f.period_key
LEFT JOIN source AS s ON s.source_key = f.source_key
LEFT JOIN indicator AS i ON i.indicator_key = f.indicator_key
LEFT JOIN rule AS r ON r.rule_key = f.rule_key;
