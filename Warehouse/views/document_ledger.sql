-- For each current version its numerals that hold a digit, by what became of them; `is_balanced` is 1 where none is lost.
-- Example: SELECT document, digit_runs, digit_runs_lost FROM document_ledger WHERE NOT is_balanced
--
-- A text that is published several times is counted once, with the document that it is stored with; see appearances.
-- The counts are kept with the version when it is stored; the check ledger-balances counts the rows themselves.
CREATE VIEW document_ledger AS
SELECT
  d.document,
  v.version,
  v.digit_runs,
  v.digit_runs_lost,
  v.figure_count + v.time_count + v.reference_count + v.rejected_count AS numeral_count,  -- numerals that hold a digit
  v.figure_count,
  v.time_count,
  v.reference_count,
  v.rejected_count,
  v.digit_runs_lost = 0 AS is_balanced  -- 1 where every digit of the text belongs to a numeral
FROM document_version AS v
JOIN document AS d ON d.document_key = v.document_key
LEFT JOIN document_appearance AS a ON a.version_key = v.version_key
WHERE v.superseded_run_id IS NULL AND a.text_key IS NULL;
