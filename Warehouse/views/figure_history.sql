-- Every figure ever stored, those no longer believed among them, with the runs that brought and dropped it.
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
  f.unit,
  f.qualifier,
  f.change,
  f.status,
  f.period,
  f.place,
  f.subject,
  f.indicator,
  f.rule,
  f.verdict,
  f.first_run_id,
  f.superseded_run_id
FROM figure AS f
JOIN document_version AS v ON v.version_key = f.version_key
JOIN document AS d ON d.document_key = v.document_key;
