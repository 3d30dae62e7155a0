-- Indicators as series over time: for each indicator, place, unit and length of period the values in order, each with the
-- one before it.
-- Example: SELECT period, value, unit, growth_percent FROM indicator_series WHERE indicator = 'VNSIS.0102' AND place = 'VN'
--
-- Levels that were reached or estimated; of several statements about a period the last published, reached before estimated.
CREATE VIEW indicator_series AS
SELECT
  indicator,
  indicator_name,  -- the indicator's name in Vietnamese
  place,
  place_name,  -- the place's latest name
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
    *,
    CASE julianday(period_last_day) - julianday(period_first_day)
      WHEN 0 THEN 'D'
      WHEN 364 THEN 'A' WHEN 365 THEN 'A'
      WHEN 180 THEN 'S' WHEN 181 THEN 'S' WHEN 183 THEN 'S'
      WHEN 89 THEN 'Q' WHEN 90 THEN 'Q' WHEN 91 THEN 'Q'
      WHEN 27 THEN 'M' WHEN 28 THEN 'M' WHEN 29 THEN 'M' WHEN 30 THEN 'M'
      ELSE CAST(julianday(period_last_day) - julianday(period_first_day) + 1 AS INTEGER)
    END AS frequency,
    row_number() OVER (
      PARTITION BY indicator, place, period, unit, kind
      ORDER BY status, published DESC, figure_id
    ) AS choice
  FROM latest_figures
  WHERE change IS NULL AND upper IS NULL AND period_first_day IS NOT NULL AND period_last_day IS NOT NULL
    AND (status = 'actual' OR status = 'estimate')
)
WHERE choice = 1
WINDOW series AS (
  PARTITION BY indicator, place, unit, kind, frequency ORDER BY period_first_day, period_last_day
);
