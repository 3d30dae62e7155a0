-- Only the last run may be unfinished.
SELECT run_id, started, finished, status
FROM run
WHERE run_id < (SELECT max(run_id) FROM run) AND status = 'running'
  OR status IN ('done', 'failed') AND finished IS NULL;
