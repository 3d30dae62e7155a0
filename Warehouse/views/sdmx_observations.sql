-- The indicators as observations with the columns of SDMX: one for each indicator, area, period and unit, the last published.
-- Example: SELECT REF_AREA, TIME_PERIOD, OBS_VALUE, UNIT_MEASURE, UNIT_MULT FROM sdmx_observations WHERE INDICATOR = 'VNSIS.0102'
--
-- The number meant is OBS_VALUE times ten to the power of UNIT_MULT, exactly. Targets are no observations, and what has no
-- area or no period is none either.
CREATE VIEW sdmx_observations AS
SELECT
  CASE
    WHEN period GLOB '[0-9][0-9][0-9][0-9]' THEN 'A'
    WHEN period GLOB '[0-9][0-9][0-9][0-9]-H[12]' THEN 'S'
    WHEN period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]' THEN 'Q'
    WHEN period GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]' THEN 'M'
    WHEN period GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]' THEN 'W'
    WHEN period_first_day = period_last_day THEN 'D'
    ELSE '_O'
  END AS FREQ,  -- CL_FREQ: A year, S half-year, Q quarter, M month, W week, D day, _O another length
  place AS REF_AREA,  -- ISO 3166-2, VN for the nation
  indicator AS INDICATOR,  -- the code of the indicator
  CASE
    WHEN period GLOB '[0-9][0-9][0-9][0-9]-H[12]' THEN replace(period, 'H', 'S')
    WHEN period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'
      OR period GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]' THEN period
    WHEN period_first_day = period_last_day THEN period_first_day
    WHEN substr(period_first_day, 9) = '01' AND date(period_last_day, '+1 day') = date(period_last_day, '+1 day', 'start of month')
      THEN period_first_day || '/P' || (
        12 * (substr(period_last_day, 1, 4) - substr(period_first_day, 1, 4))
        + substr(period_last_day, 6, 2) - substr(period_first_day, 6, 2) + 1) || 'M'
    ELSE period_first_day || '/P' || CAST(julianday(period_last_day) - julianday(period_first_day) + 1 AS INTEGER) || 'D'
  END AS TIME_PERIOD,  -- an SDMX period, or a first day with a length: 2023-01-01/P9M
  CASE WHEN multiplier > 0 THEN substr(value, 1, length(value) - multiplier) ELSE value END AS OBS_VALUE,  -- exact decimal, to be multiplied by ten to the power of UNIT_MULT
  unit AS UNIT_MEASURE,  -- ISO 4217, UCUM, or the counted noun
  multiplier AS UNIT_MULT,  -- a power of ten: 0, 3, 6, 9 …
  max(-ifnull(precision, 0), 0) AS DECIMALS,  -- digits after the point that the text states
  CASE
    WHEN verdict = 'warning' THEN 'U'
    WHEN status = 'estimate' THEN 'E'
    WHEN status = 'forecast' THEN 'F'
    ELSE 'A'
  END AS OBS_STATUS,  -- CL_OBS_STATUS: A normal, E estimated, F forecast, U of low reliability
  'F' AS CONF_STATUS,  -- CL_CONF_STATUS: F free
  indicator_name AS TITLE,  -- the indicator's name in Vietnamese
  quote AS COMMENT_OBS,  -- the words that state it
  coalesce(source, outlet) AS SOURCE_DETAIL,  -- who is cited for it, else who published it
  published AS LAST_UPDATE,  -- when it was published
  figure_id AS FIGURE_ID  -- its row in figures
FROM (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY indicator, place, period, unit ORDER BY published DESC, status, figure_id
    ) AS choice,
    -- A multiple of three, as far as the digits after it are zeros that the text does not state.
    CASE
      WHEN precision >= 3 AND length(value) > precision / 3 * 3
        AND substr(value, -(precision / 3 * 3)) = substr('000000000000000000000000', 1, precision / 3 * 3)
        THEN precision / 3 * 3
      ELSE 0
    END AS multiplier
  FROM latest_figures
  WHERE place IS NOT NULL AND period_first_day IS NOT NULL AND period_last_day IS NOT NULL
    AND status <> 'target' AND upper IS NULL
)
WHERE choice = 1;
