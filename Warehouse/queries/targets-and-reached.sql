-- Targets beside what was reached: of the same indicator, place, unit and period what was published last.
-- param: indicator text = -- only one indicator
-- param: place text = -- only one place: VN, VN-31 …
WITH target AS MATERIALIZED (
  SELECT f.indicator_key, f.place, f.period_key, f.unit_key, f.kind, f.change, f.figure_key,
    row_number() OVER (
      PARTITION BY f.indicator_key, f.place, f.period_key, f.unit_key, f.kind, f.change
      ORDER BY v.published DESC, f.figure_id
    ) AS position
  FROM figure AS f
  JOIN document_version AS v ON v.version_key = f.version_key
  WHERE f.status = 'target' AND f.superseded_run_id IS NULL AND f.indicator_key IS NOT NULL
    AND f.verdict <> 'error' AND f.verdict <> 'broken' AND (nullif(:place, '') IS NULL OR f.place = :place)
),
pair AS MATERIALIZED (
  SELECT
    x.figure_key AS target_key,
    (
      SELECT a.figure_key
      FROM figure AS a
      JOIN document_version AS w ON w.version_key = a.version_key
      WHERE a.indicator_key = x.indicator_key AND a.place IS x.place AND a.period_key = x.period_key
        AND a.superseded_run_id IS NULL AND a.unit_key IS x.unit_key AND a.kind = x.kind AND a.change IS x.change
        AND (a.status = 'actual' OR a.status = 'estimate') AND a.verdict <> 'error' AND a.verdict <> 'broken'
      ORDER BY a.status, w.published DESC, a.figure_id
      LIMIT 1
    ) AS reached_key
  FROM target AS x
  WHERE x.position = 1
)
SELECT i.indicator, i.name AS indicator_name, t.place,
  (SELECT a.name FROM place AS a WHERE a.code = t.place ORDER BY a.valid_from DESC LIMIT 1) AS place_name,
  p.period, t.value AS target, t.qualifier AS target_qualifier, r.value AS reached, r.status AS reached_status, u.unit,
  round(100.0 * r.value_real / nullif(t.value_real, 0), 1) AS percent_reached,
  d.document AS target_document, e.document AS reached_document, t.figure_id AS target_figure_id,
  r.figure_id AS reached_figure_id
FROM pair AS x
CROSS JOIN figure AS t ON t.figure_key = x.target_key
CROSS JOIN figure AS r ON r.figure_key = x.reached_key
CROSS JOIN indicator AS i ON i.indicator_key = t.indicator_key
CROSS JOIN period AS p ON p.period_key = t.period_key
CROSS JOIN document_version AS v ON v.version_key = t.version_key
CROSS JOIN document AS d ON d.document_key = v.document_key
CROSS JOIN document_version AS w ON w.version_key = r.version_key
CROSS JOIN document AS e ON e.document_key = w.document_key
LEFT JOIN unit AS u ON u.unit_key = t.unit_key
WHERE nullif(:indicator, '') IS NULL OR i.indicator = :indicator
ORDER BY i.indicator, t.place, p.period, t.figure_id;
