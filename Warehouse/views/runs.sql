-- The ledger of runs.
-- Example: SELECT run_id, started, status, figures_added FROM runs ORDER BY run_id DESC LIMIT 5
CREATE VIEW runs AS
SELECT
  run_id,
  started,
  finished,
  status,
  files_seen,
  documents_new,
  documents_changed,
  documents_reread,
  documents_unchanged,
  documents_unreadable,
  documents_withdrawn,
  documents_returned,
  figures_added,
  figures_superseded,
  rejections_added,
  rejections_resolved,
  times_resumed,
  rules_digest,
  program_version,
  arguments
FROM run;
