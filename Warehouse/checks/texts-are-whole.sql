-- Every text is as long as was counted when it was stored, and holds as many digit runs.
--
-- The runs are counted anew: all digits become 0, then several of them one until no two are left
-- (these passes do for 1000 digits in a row); what the text is then longer than without any digit
-- is the number of its runs. LIMIT -1 keeps a column from being computed again at each use.
WITH zeros AS (
  SELECT version_key, text,
    replace(replace(replace(replace(replace(replace(replace(replace(replace(text,
      '1', '0'), '2', '0'), '3', '0'), '4', '0'), '5', '0'), '6', '0'), '7', '0'), '8', '0'),
      '9', '0') AS digits
  FROM document_text
  LIMIT -1
),
counts AS MATERIALIZED (
  SELECT version_key, length(text) AS chars_found,
    length(
      replace(replace(replace(replace(replace(replace(digits,
        '00000000', '0'), '00000000', '0'), '000', '0'), '00', '0'), '00', '0'), '00', '0')
    ) - length(replace(digits, '0', '')) AS digit_runs_found
  FROM zeros
)
SELECT d.document, v.version, v.char_count, c.chars_found, v.digit_runs, c.digit_runs_found
FROM document_version AS v
LEFT JOIN document_appearance AS a ON a.version_key = v.version_key
LEFT JOIN counts AS c ON c.version_key = ifnull(a.text_key, v.version_key)
JOIN document AS d ON d.document_key = v.document_key
WHERE c.chars_found IS NOT v.char_count OR c.digit_runs_found IS NOT v.digit_runs;
