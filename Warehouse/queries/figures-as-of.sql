-- The figures that were believed after a run; those believed now when none is named.
-- param: run integer = -- the run
-- param: document text = -- only those of one article
-- param: limit integer = 1000 -- the most figures shown
SELECT document, version, title, published, kind, value, upper, of, unit, quote, subject, status, period, place,
  verdict, valid_from_run, valid_to_run, figure_id
FROM figures_as_of
WHERE valid_from_run <= coalesce(CAST(nullif(:run, '') AS INTEGER), (SELECT max(run_id) FROM runs))
  AND ifnull(valid_to_run > coalesce(CAST(nullif(:run, '') AS INTEGER), (SELECT max(run_id) FROM runs)), 1)
  AND (nullif(:document, '') IS NULL OR document = :document)
LIMIT :limit;
