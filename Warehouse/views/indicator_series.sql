-- Indicators as series over time: for each indicator, place, unit and length of period the values in order, each with the
-- one before it.
-- Example: SELECT period, value, unit, growth_percent FROM indicator_series WHERE indicator = 'VNSIS.0102' AND place = 'VN'
--
-- Levels and rates that were reached or estimated; of several statements about a period one that says reached before one
-- that says estimated, then the last published.
CREATE VIEW indicator_series AS
SELECT
  indicator,
  (SELECT i.name FROM indicator AS i WHERE i.indicator = w.indicator) AS indicator_name,  -- the indicator's name in Vietnamese
  place,
  (SELECT a.name FROM place AS a WHERE a.code = w.place ORDER BY a.valid_from DESC LIMIT 1)
    AS place_name,  -- the place's latest name
  unit,
  frequency,  -- the length of the periods: A year, S half-year, Q quarter, M month, D day, or a number of days
  period,
  period_first_day,  -- the first day of the period
  period_last_day,  -- the last day of the period
  status,
  value,
  value_real,
  lag(value) OVER series AS previous_value,  -- the value of the period before it in the series
  lag(period) OVER series AS previous_period,  -- that period
  round(100.0 * (value_real - lag(value_real) OVER series) / abs(nullif(lag(value_real) OVER series, 0)), 2)
    AS growth_percent,  -- the change against it, in percent
  statements,  -- how many figures state it
  figure_id
FROM (
  SELECT
    i.indicator,
    f.place,
    u.unit,
    f.kind,
    CASE julianday(p.last_day) - julianday(p.first_day)
      WHEN 0 THEN 'D'
      WHEN 364 THEN 'A' WHEN 365 THEN 'A'
      WHEN 180 THEN 'S' WHEN 181 THEN 'S' WHEN 183 THEN 'S'
      WHEN 89 THEN 'Q' WHEN 90 THEN 'Q' WHEN 91 THEN 'Q'
      WHEN 27 THEN 'M' WHEN 28 THEN 'M' WHEN 29 THEN 'M' WHEN 30 THEN 'M'
      ELSE CAST(julianday(p.last_day) - julianday(p.first_day) + 1 AS INTEGER)
    END AS frequency,
    p.period,
    p.first_day AS period_first_day,
    p.last_day AS period_last_day,
    f.status,
    f.value,
    f.value_real,
    f.figure_id,
    count(*) OVER (PARTITION BY i.indicator, f.place, u.unit, f.kind, p.period) AS statements,
    row_number() OVER (
      PARTITION BY i.indicator, f.place, u.unit, f.kind, p.period
      ORDER BY f.status, v.published DESC, f.figure_id
    ) AS choice
  FROM figure AS f
  JOIN indicator AS i ON i.indicator_key = f.indicator_key
  JOIN document_version AS v ON v.version_key = f.version_key
  JOIN period AS p ON p.period_key = f.period_key
  LEFT JOIN unit AS u ON u.unit_key = f.unit_key
  WHERE f.superseded_run_id IS NULL AND f.indicator_key IS NOT NULL
    AND f.verdict <> 'error' AND f.verdict <> 'broken'
    AND (f.status = 'actual' OR f.status = 'estimate') AND f.upper IS NULL
    AND p.first_day IS NOT NULL AND p.last_day IS NOT NULL
) AS w
WHERE choice = 1
WINDOW series AS (
  PARTITION BY indicator, place, unit, kind, frequency ORDER BY period_first_day, period_last_day
);
