-- The indicators that figures are known to state, with the periods and provinces covered.
SELECT indicator, count(*) AS figures, count(DISTINCT document) AS documents,
  count(DISTINCT CASE WHEN place LIKE 'VN-%' THEN place END) AS provinces,
  min(period_first_day) AS first_day, max(period_last_day) AS last_day
FROM figures
WHERE indicator IS NOT NULL
GROUP BY indicator
ORDER BY figures DESC, indicator;
