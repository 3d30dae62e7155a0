-- Each run with how long it took and what was believed after it.
-- Example: SELECT run_id, status, seconds, documents, figures_believed FROM run_summary ORDER BY run_id DESC LIMIT 5
CREATE VIEW run_summary AS
SELECT
  run_id,
  started,
  finished,
  status,
  unixepoch(finished) - unixepoch(started) AS seconds,  -- from its start to its end
  documents_new + documents_changed + documents_reread + documents_unchanged + documents_returned
    AS documents,  -- documents that its sources held
  documents_new,
  documents_changed,
  documents_reread,
  documents_unchanged,
  documents_unreadable,
  documents_withdrawn,
  documents_returned,
  figures_added,
  figures_superseded,
  sum(figures_added - figures_superseded) OVER (ORDER BY run_id) AS figures_believed,  -- figures believed after it
  rejections_added,
  rejections_resolved,
  times_resumed,
  program_version,
  rules_digest
FROM run;
