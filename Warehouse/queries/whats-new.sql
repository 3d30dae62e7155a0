-- The figures that a run brought and that are still believed, as it stored them; the last run unless one is named.
-- param: run_id integer = -- the run
-- param: limit integer = 100 -- the most figures shown
SELECT d.document, v.title, v.published, f.kind, f.value, u.unit, f.quote, f.subject, p.period, f.place,
  f.verdict, f.figure_id
FROM figure AS f
JOIN document_version AS v ON v.version_key = f.version_key
JOIN document AS d ON d.document_key = v.document_key
LEFT JOIN unit AS u ON u.unit_key = f.unit_key
LEFT JOIN period AS p ON p.period_key = f.period_key
WHERE f.first_run_id = coalesce(CAST(nullif(:run_id, '') AS INTEGER), (SELECT max(run_id) FROM run))
  AND f.superseded_run_id IS NULL
ORDER BY f.figure_key
LIMIT :limit;
