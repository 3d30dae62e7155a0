-- What is counted with a version and with a run is what the figures themselves give.
SELECT 'version' AS what, d.document AS name, v.figures_read AS counted, count(f.figure_key) AS found
FROM document_version AS v
JOIN document AS d ON d.document_key = v.document_key
LEFT JOIN figure AS f ON f.version_key = v.version_key AND f.superseded_run_id IS NULL
WHERE v.superseded_run_id IS NULL
GROUP BY v.version_key
HAVING count(f.figure_key) <> v.figures_read
  OR count(f.period_key) <> v.figures_with_period
  OR count(f.place) <> v.figures_with_place
  OR count(f.source_key) <> v.figures_with_source
  OR count(f.indicator_key) <> v.figures_with_indicator
  OR coalesce(sum(f.verdict IN ('warning', 'error', 'broken')), 0) <> v.figures_doubtful
UNION ALL
SELECT 'run, ' || kind, run_id, sum(counted), sum(found)
FROM (
  SELECT run_id, kind, added AS counted, 0 AS found FROM figure_tally
  UNION ALL
  SELECT first_run_id, kind, 0, count(*) FROM figure GROUP BY first_run_id, kind
)
GROUP BY run_id, kind
HAVING sum(counted) <> sum(found)
UNION ALL
SELECT 'run, superseded ' || kind, run_id, sum(counted), sum(found)
FROM (
  SELECT run_id, kind, superseded AS counted, 0 AS found FROM figure_tally
  UNION ALL
  SELECT superseded_run_id, kind, 0, count(*) FROM figure WHERE superseded_run_id IS NOT NULL
  GROUP BY superseded_run_id, kind
)
GROUP BY run_id, kind
HAVING sum(counted) <> sum(found);
