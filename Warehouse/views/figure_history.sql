-- Every figure ever stored, those no longer believed among them, with the runs that brought and dropped it.
-- Example: SELECT first_run_id, superseded_run_id, value, unit FROM figure_history WHERE figure_id = '0123456789abcdef'
CREATE VIEW figure_history AS
SELECT
  f.figure_id,
  d.document,
  v.version,
  f.quote,
  f.kind,
  f.value,
  f.upper,
  f.of,
  u.unit,
  f.qualifier,
  f.change,
  f.status,
  p.period,
  f.place,
  f.subject,
  i.indicator,
  r.name AS rule,  -- the rules that fired, outermost first, each as table and row
  f.verdict,
  f.first_run_id,
  f.superseded_run_id
FROM figure AS f
JOIN document_version AS v ON v.version_key = f.version_key
JOIN document AS d ON d.document_key = v.document_key
LEFT JOIN unit AS u ON u.unit_key = f.unit_key
LEFT JOIN period AS p ON p.period_key = f.period_key
LEFT JOIN indicator AS i ON i.indicator_key = f.indicator_key
LEFT JOIN rule AS r ON r.rule_key = f.rule_key;
