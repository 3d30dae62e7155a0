-- The figures that a run ceased to believe; the last run unless one is named.
-- param: run_id =
-- param: limit = 100
SELECT document, version, kind, value, unit, quote, subject, period, first_run_id,
  superseded_run_id, figure_id
FROM figure_history
WHERE superseded_run_id = coalesce(CAST(:run_id AS INTEGER), (SELECT max(run_id) FROM runs))
ORDER BY document, figure_id
LIMIT :limit;
