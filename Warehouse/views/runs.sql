-- The ledger of runs.
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
  figures_added,
  figures_superseded,
  rejections_added,
  times_resumed,
  rules_digest,
  program_version,
  arguments
FROM run;
