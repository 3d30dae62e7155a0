-- Every figure ever stored, those no longer believed among them, with the runs that brought and dropped it.
-- Example: SELECT first_run_id, superseded_run_id, value, unit FROM figure_history WHERE figure_id = '0123456789abcdef'
CREATE VIEW figure_history AS
SELECT
  figure_id,
  document,
  version,
  quote,
  kind,
  value,
  upper,
  of,
  unit,
  qualifier,
  change,
  status,
  period,
  place,
  subject,
  indicator,
  rule,  -- the rules that fired, outermost first, each as table and row
  verdict,
  first_run_id,
  superseded_run_id
FROM all_figures;
