-- Nothing is lost: every digit of a current text belongs to a figure, a time, a reference, or a rejected numeral.
--
-- The counts that are kept with the version are compared with the numerals themselves.
SELECT d.document, v.version, v.digit_runs, v.digit_runs_lost, v.figure_count, v.time_count, v.reference_count,
  v.rejected_count, n.figures_found, n.times_found, n.references_found, n.rejected_found
FROM document_version AS v
JOIN document AS d ON d.document_key = v.document_key
LEFT JOIN (
  SELECT
    version_key,
    sum(disposition = 'figure') AS figures_found,
    sum(disposition = 'time') AS times_found,
    sum(disposition = 'reference') AS references_found,
    sum(disposition = 'rejected') AS rejected_found
  FROM numeral
  WHERE digit_runs > 0
  GROUP BY version_key
) AS n ON n.version_key = v.version_key
WHERE v.superseded_run_id IS NULL
  AND (v.digit_runs_lost <> 0
    OR v.figure_count <> coalesce(n.figures_found, 0)
    OR v.time_count <> coalesce(n.times_found, 0)
    OR v.reference_count <> coalesce(n.references_found, 0)
    OR v.rejected_count <> coalesce(n.rejected_found, 0));
