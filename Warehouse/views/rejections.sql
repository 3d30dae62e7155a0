-- All that was ever refused; `resolved_run_id` is null for what still is.
CREATE VIEW rejections AS
SELECT
  document,
  stage,
  rule,
  reason,
  quote,
  char_start,
  char_end,
  first_run_id,
  last_run_id,
  resolved_run_id
FROM rejection;
