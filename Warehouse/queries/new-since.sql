-- What has become known since a day: the figures of the runs since then that are still believed, the newest first.
-- param: since text = -- a day or a moment, ISO 8601; yesterday when none is named
-- param: limit integer = 100 -- the most figures shown
SELECT d.document, v.title, v.published, f.kind, f.value, u.unit, f.quote, f.subject, f.status, p.period, f.place,
  f.verdict, f.first_run_id AS run_id, f.figure_id
FROM figure AS f
JOIN document_version AS v ON v.version_key = f.version_key
JOIN document AS d ON d.document_key = v.document_key
LEFT JOIN unit AS u ON u.unit_key = f.unit_key
LEFT JOIN period AS p ON p.period_key = f.period_key
WHERE f.superseded_run_id IS NULL AND f.first_run_id >= (
  SELECT min(run_id) FROM run WHERE started >= coalesce(nullif(:since, ''), date('now', '-1 day'))
)
ORDER BY f.first_run_id DESC, f.figure_key DESC
LIMIT :limit;
