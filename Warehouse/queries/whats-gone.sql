-- The figures that a run ceased to believe; the last run unless one is named.
-- param: run_id integer = -- the run
-- param: limit integer = 100 -- the most figures shown
SELECT document, version, kind, value, unit, quote, subject, period, first_run_id,
  superseded_run_id, figure_id
FROM figure_history
WHERE superseded_run_id = coalesce(CAST(nullif(:run_id, '') AS INTEGER), (SELECT max(run_id) FROM runs))
ORDER BY document, figure_id
LIMIT :limit;
