-- For each current version its numerals that hold a digit, by what became of them; `is_balanced` is 1 where none is lost.
CREATE VIEW document_ledger AS
SELECT
  d.document,
  v.version,
  v.digit_runs,
  v.digit_runs_lost,
  coalesce(n.numeral_count, 0) AS numeral_count,
  coalesce(n.figure_count, 0) AS figure_count,
  coalesce(n.time_count, 0) AS time_count,
  coalesce(n.reference_count, 0) AS reference_count,
  coalesce(n.rejected_count, 0) AS rejected_count,
  v.digit_runs_lost = 0
    AND coalesce(n.numeral_count, 0)
      = coalesce(n.figure_count + n.time_count + n.reference_count + n.rejected_count, 0)
    AS is_balanced
FROM document_version AS v
JOIN document AS d ON d.document_key = v.document_key
LEFT JOIN (
  SELECT
    version_key,
    count(*) AS numeral_count,
    sum(disposition = 'figure') AS figure_count,
    sum(disposition = 'time') AS time_count,
    sum(disposition = 'reference') AS reference_count,
    sum(disposition = 'rejected') AS rejected_count
  FROM numeral
  WHERE digit_runs > 0
  GROUP BY version_key
) AS n ON n.version_key = v.version_key
WHERE v.superseded_run_id IS NULL;
