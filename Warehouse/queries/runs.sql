-- The ledger of runs, the latest first.
-- param: limit integer = 20 -- the most runs shown
SELECT run_id, started, finished, status, documents_new, documents_changed, documents_reread,
  documents_unchanged, documents_unreadable, documents_withdrawn, documents_returned, figures_added,
  figures_superseded, rejections_added, times_resumed, program_version, substr(rules_digest, 1, 12) AS rules, arguments
FROM runs
ORDER BY run_id DESC
LIMIT :limit;
