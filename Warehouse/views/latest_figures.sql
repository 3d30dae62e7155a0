-- For each indicator, place, period, unit and status the statement published last, with how many there are.
-- Example: SELECT place_name, period, value, unit FROM latest_figures WHERE indicator = 'VNSIS.0102' ORDER BY place
--
-- Figures that contradict themselves are left out. A question about one indicator reads its rows alone.
CREATE VIEW latest_figures AS
SELECT
  w.indicator,
  i.name AS indicator_name,  -- the indicator's name in Vietnamese
  w.place,
  (SELECT a.name FROM place AS a WHERE a.code = w.place ORDER BY a.valid_from DESC LIMIT 1)
    AS place_name,  -- the place's latest name
  w.period,
  w.period_first_day,  -- the first day of the period; null when open or unknown
  w.period_last_day,  -- the last day of the period; null when open or unknown
  w.unit,
  w.status,
  w.kind,
  w.change,
  f.value,
  f.value_real,
  f.upper,
  f.precision,
  f.qualifier,
  f.basis,
  f.quote,
  f.subject,
  (SELECT s.source FROM source AS s WHERE s.source_key = f.source_key) AS source,  -- who is cited for it
  d.document,
  v.title,
  v.outlet,
  v.url,
  v.published,
  f.verdict,
  w.statements,  -- how many figures state it, this one counted
  f.figure_id
FROM (
  SELECT
    f.figure_key,
    i.indicator,
    f.place,
    p.period,
    p.first_day AS period_first_day,
    p.last_day AS period_last_day,
    u.unit,
    f.status,
    f.kind,
    f.change,
    count(*) OVER (
      PARTITION BY i.indicator, f.place, p.period, u.unit, f.status, f.kind, f.change
    ) AS statements,
    row_number() OVER (
      PARTITION BY i.indicator, f.place, p.period, u.unit, f.status, f.kind, f.change
      ORDER BY v.published DESC, f.figure_id
    ) AS position
  FROM figure AS f
  JOIN indicator AS i ON i.indicator_key = f.indicator_key
  JOIN document_version AS v ON v.version_key = f.version_key
  LEFT JOIN unit AS u ON u.unit_key = f.unit_key
  LEFT JOIN period AS p ON p.period_key = f.period_key
  WHERE f.superseded_run_id IS NULL AND f.indicator_key IS NOT NULL
    AND f.verdict <> 'error' AND f.verdict <> 'broken'
) AS w
CROSS JOIN figure AS f ON f.figure_key = w.figure_key
CROSS JOIN indicator AS i ON i.indicator_key = f.indicator_key
CROSS JOIN document_version AS v ON v.version_key = f.version_key
CROSS JOIN document AS d ON d.document_key = v.document_key
WHERE w.position = 1;
