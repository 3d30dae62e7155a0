-- What texts say unlike beyond rounding of an indicator or a subject in a place and a period: one of them is wrong, or they
-- mean different things by it.
-- Example: SELECT place_name, period, lowest_quote, lowest_document, highest_quote, highest_document FROM contradictions LIMIT 10
--
-- Values so far apart that they can hardly be of one thing are left out, but for those that differ by a power of ten.
-- Kept by each run for what it changed.
CREATE VIEW contradictions AS
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
WHERE verdict = 'contradicted';
