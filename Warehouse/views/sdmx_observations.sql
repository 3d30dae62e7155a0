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
  w.place AS REF_AREA,  -- ISO 3166-2, VN for the nation
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
  CASE WHEN multiplier > 0 THEN substr(f.value, 1, length(f.value) - multiplier) ELSE f.value END AS OBS_VALUE,  -- exact decimal, to be multiplied by ten to the power of UNIT_MULT
  unit AS UNIT_MEASURE,  -- ISO 4217, UCUM, or the counted noun
  multiplier AS UNIT_MULT,  -- a power of ten: 0, 3, 6, 9 …
  max(-ifnull(f.precision, 0), 0) AS DECIMALS,  -- digits after the point that the text states
  CASE
    WHEN f.verdict = 'warning' THEN 'U'
    WHEN f.status = 'estimate' THEN 'E'
    WHEN f.status = 'forecast' THEN 'F'
    ELSE 'A'
  END AS OBS_STATUS,  -- CL_OBS_STATUS: A normal, E estimated, F forecast, U of low reliability
  'F' AS CONF_STATUS,  -- CL_CONF_STATUS: F free
  (SELECT i.name FROM indicator AS i WHERE i.indicator_key = f.indicator_key) AS TITLE,  -- the indicator's name in Vietnamese
  f.quote AS COMMENT_OBS,  -- the words that state it
  coalesce((SELECT s.source FROM source AS s WHERE s.source_key = f.source_key), v.outlet)
    AS SOURCE_DETAIL,  -- who is cited for it, else who published it
  v.published AS LAST_UPDATE,  -- when it was published
  f.figure_id AS FIGURE_ID  -- its row in figures
FROM (
  SELECT
    f.figure_key,
    i.indicator,
    f.place,
    p.period,
    p.first_day AS period_first_day,
    p.last_day AS period_last_day,
    u.unit,
    row_number() OVER (
      PARTITION BY i.indicator, f.place, p.period, u.unit
      ORDER BY v.published DESC, f.status, f.figure_id
    ) AS choice,
    -- A multiple of three, as far as the digits after it are zeros that the text does not state.
    CASE
      WHEN f.precision >= 3 AND length(f.value) > f.precision / 3 * 3
        AND substr(f.value, -(f.precision / 3 * 3)) = substr('000000000000000000000000', 1, f.precision / 3 * 3)
        THEN f.precision / 3 * 3
      ELSE 0
    END AS multiplier
  FROM figure AS f
  JOIN indicator AS i ON i.indicator_key = f.indicator_key
  JOIN document_version AS v ON v.version_key = f.version_key
  JOIN period AS p ON p.period_key = f.period_key
  LEFT JOIN unit AS u ON u.unit_key = f.unit_key
  WHERE f.superseded_run_id IS NULL AND f.indicator_key IS NOT NULL
    AND f.verdict <> 'error' AND f.verdict <> 'broken'
    AND f.place IS NOT NULL AND f.status <> 'target' AND f.upper IS NULL
    AND p.first_day IS NOT NULL AND p.last_day IS NOT NULL
) AS w
CROSS JOIN figure AS f ON f.figure_key = w.figure_key
CROSS JOIN document_version AS v ON v.version_key = f.version_key
WHERE w.choice = 1;
