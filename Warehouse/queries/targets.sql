-- What is to be reached, by the day that it is to be reached by.
-- param: place text = -- only one place: VN, VN-31 …
-- param: limit integer = 500 -- the most rows shown
WITH chosen AS MATERIALIZED (
  SELECT f.figure_key, p.last_day AS due
  FROM figure AS f
  LEFT JOIN period AS p ON p.period_key = f.period_key
  WHERE f.status = 'target' AND f.superseded_run_id IS NULL AND (nullif(:place, '') IS NULL OR f.place = :place)
  ORDER BY due IS NULL, due, f.place, f.figure_key
  LIMIT :limit
)
SELECT c.due, (SELECT a.name FROM place AS a WHERE a.code = f.place ORDER BY a.valid_from DESC LIMIT 1) AS place_name,
  f.subject, f.qualifier, f.value, f.upper, u.unit, f.change, f.quote, s.source, d.document, v.published, f.figure_id
FROM chosen AS c
CROSS JOIN figure AS f ON f.figure_key = c.figure_key
CROSS JOIN document_version AS v ON v.version_key = f.version_key
CROSS JOIN document AS d ON d.document_key = v.document_key
LEFT JOIN unit AS u ON u.unit_key = f.unit_key
LEFT JOIN source AS s ON s.source_key = f.source_key
ORDER BY c.due IS NULL, c.due, f.place, c.figure_key;
