-- The units that figures are counted or measured in, the most frequent first.
-- param: limit integer = 100 -- the most units shown
SELECT u.unit, u.name, c.figures, c.smallest, c.largest
FROM (
  SELECT unit_key, count(*) AS figures, min(value_real) AS smallest, max(value_real) AS largest
  FROM figure
  WHERE superseded_run_id IS NULL
  GROUP BY unit_key
) AS c
JOIN unit AS u ON u.unit_key = c.unit_key
ORDER BY c.figures DESC, u.unit
LIMIT :limit;
