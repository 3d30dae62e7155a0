-- The figures that a run brought and that are still believed; the last run unless one is named.
-- param: run_id =
-- param: limit = 100
SELECT document, title, published, kind, value, unit, quote, subject, period, place_name, verdict,
  figure_id
FROM figures
WHERE run_id = coalesce(CAST(:run_id AS INTEGER), (SELECT max(run_id) FROM runs))
ORDER BY published DESC, document, char_start
LIMIT :limit;
