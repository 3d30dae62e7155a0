-- What is refused now, by stage, rule and reason, the most frequent first.
SELECT stage, rule, reason, count(*) AS times, count(DISTINCT document) AS documents,
  min(quote) AS example, min(document) AS example_document
FROM rejections
WHERE resolved_run_id IS NULL
GROUP BY stage, rule, reason
ORDER BY times DESC, stage, rule, reason;
