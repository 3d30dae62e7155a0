-- The verdict of a figure believed now is the worst of its rows, or broken where a relation of it is.
WITH severities AS (
  SELECT figure_key,
    max(CASE severity WHEN 'error' THEN 3 WHEN 'warning' THEN 2 ELSE 1 END) AS worst
  FROM verdict
  GROUP BY figure_key
),
contradicted AS (
  SELECT DISTINCT m.figure_key
  FROM relation AS r
  JOIN relation_member AS m ON m.relation_key = r.relation_key
  WHERE r.verdict = 'broken' AND r.superseded_run_id IS NULL
)
SELECT f.figure_id, f.quote, f.verdict,
  CASE
    WHEN c.figure_key IS NOT NULL THEN 'broken'
    ELSE CASE s.worst WHEN 3 THEN 'error' WHEN 2 THEN 'warning' WHEN 1 THEN 'info' ELSE 'ok' END
  END AS expected
FROM figure AS f
LEFT JOIN severities AS s ON s.figure_key = f.figure_key
LEFT JOIN contradicted AS c ON c.figure_key = f.figure_key
WHERE f.superseded_run_id IS NULL
  AND f.verdict <> CASE
    WHEN c.figure_key IS NOT NULL THEN 'broken'
    ELSE CASE s.worst WHEN 3 THEN 'error' WHEN 2 THEN 'warning' WHEN 1 THEN 'info' ELSE 'ok' END
  END;
