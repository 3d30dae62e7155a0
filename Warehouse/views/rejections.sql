-- All that was ever refused; `resolved_run_id` is null for what still is.
-- Example: SELECT document, rule, reason, quote FROM rejections WHERE resolved_run_id IS NULL LIMIT 10
CREATE VIEW rejections AS
SELECT
  document,
  stage,
  rule,
  reason,
  quote,
  char_start,
  char_end,  -- where it ends, the first code point after it
  first_run_id,
  last_run_id,
  resolved_run_id
FROM rejection;
