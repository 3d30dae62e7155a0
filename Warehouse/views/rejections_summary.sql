-- What was refused, by stage, rule and reason: how often, whether it still is, and an example.
-- Example: SELECT rule, reason, standing, example FROM rejections_summary WHERE standing > 0 ORDER BY standing DESC
CREATE VIEW rejections_summary AS
SELECT
  stage,
  rule,
  reason,
  count(*) AS times,  -- how often it was refused, ever
  sum(resolved_run_id IS NULL) AS standing,  -- how many of them still are
  count(DISTINCT document) AS documents,  -- in how many documents and files
  min(first_run_id) AS first_run_id,  -- the first run that met it
  max(last_run_id) AS last_run_id,  -- the last run that wrote one of them
  min(quote) AS example,  -- a text that was refused
  min(document) AS example_document  -- a document that it happened in
FROM rejection
GROUP BY stage, rule, reason;
