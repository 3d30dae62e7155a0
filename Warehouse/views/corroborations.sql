-- What several texts say alike, within the rounding of each: an indicator or a subject in a place and a period.
-- Example: SELECT indicator_name, subject, place_name, period, lowest, texts FROM corroborations ORDER BY texts DESC LIMIT 10
--
-- Copies of one text do not corroborate each other; see text_origins. Kept by each run for what it changed.
CREATE VIEW corroborations AS
SELECT
  indicator,
  indicator_name,  -- the indicator's name in Vietnamese
  subject,  -- what is measured, in lower case; null where an indicator names it
  place,
  place_name,  -- the place's latest name
  period,
  kind,
  unit,
  change,  -- increase or decrease; null for a level
  status,
  statements,  -- figures that state it
  texts,  -- texts that do, copies of one text counted once
  lowest,  -- the lowest value stated, exact
  lowest_quote,  -- as written
  lowest_document,  -- where
  highest,  -- the highest value stated, exact
  highest_quote,  -- as written
  highest_document,  -- where
  figure_id,
  other_figure_id  -- the figure with the highest value
FROM comparisons
WHERE verdict = 'corroborated';
