-- Every figure ever believed with the runs between which it was: what was believed after a run are the rows that it began
-- in or before and that ended later.
-- Example: SELECT quote, value, unit FROM figures_as_of WHERE valid_from_run <= 1 AND ifnull(valid_to_run > 1, 1) LIMIT 10
CREATE VIEW figures_as_of AS
SELECT
  first_run_id AS valid_from_run,  -- the run that first read it so
  superseded_run_id AS valid_to_run,  -- the run that no longer believed it; null while it is believed
  figure_id,
  document,
  version,
  title,
  outlet,
  url,
  published,
  quote,
  kind,
  value,
  value_real,
  upper,
  upper_real,
  of,
  of_real,
  unit,
  precision,
  qualifier,
  change,
  basis,
  status,
  period,
  period_first_day,  -- the first day of the period; null when open or unknown
  period_last_day,  -- the last day of the period; null when open or unknown
  place,
  subject,
  source,
  indicator,
  char_start,
  char_end,
  verdict,
  rule,  -- the rules that fired, outermost first, each as table and row
  is_withdrawn
FROM all_figures;
