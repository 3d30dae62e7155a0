-- The figures believed now, with their document, the text around them, and the names of their unit, place and indicator.
-- Example: SELECT quote, subject, place_name, period, title FROM figures WHERE unit = 'VND' ORDER BY value_real DESC LIMIT 10
CREATE VIEW figures AS
SELECT
  figure_id,
  document,
  title,
  outlet,
  url,
  published,
  quote,
  prefix,  -- W3C TextQuote: up to 32 code points before the quote
  suffix,  -- W3C TextQuote: up to 32 code points after the quote
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
  place_name,  -- the place's name in Vietnamese when the article was published
  subject,
  source,
  indicator,
  indicator_name,  -- the indicator's name in Vietnamese
  char_start,
  char_end,
  byte_start,
  byte_end,
  verdict,
  rule,  -- the rules that fired, outermost first, each as table and row
  first_run_id AS run_id,  -- the run that read it so
  version,
  digest,
  path
FROM all_figures
WHERE superseded_run_id IS NULL;
