-- The indicators that figures are known to state, with the periods and provinces covered.
SELECT i.indicator, i.name, i.name_en, count(*) AS figures, count(DISTINCT f.version_key) AS documents,
  count(DISTINCT CASE WHEN f.place LIKE 'VN-%' THEN f.place END) AS provinces,
  min(p.first_day) AS first_day, max(p.last_day) AS last_day
FROM figure AS f
JOIN indicator AS i ON i.indicator_key = f.indicator_key
LEFT JOIN period AS p ON p.period_key = f.period_key
WHERE f.indicator_key IS NOT NULL AND f.superseded_run_id IS NULL
GROUP BY f.indicator_key
ORDER BY figures DESC, i.indicator;
