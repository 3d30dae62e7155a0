-- Every text is as long as was counted when it was stored, and holds as many digit runs.
--
-- The runs are counted anew: all digits become 0, then two of them become one until no two are
-- left (each pass halves a run, so twelve do for 4096 digits), and the zeros are counted.
WITH zeros AS (
  SELECT version_key, document_key, version, char_count, digit_runs, text,
    replace(replace(replace(replace(replace(replace(replace(replace(replace(text,
      '1', '0'), '2', '0'), '3', '0'), '4', '0'), '5', '0'), '6', '0'), '7', '0'), '8', '0'),
      '9', '0') AS digits
  FROM document_version
),
runs AS (
  SELECT document_key, version, char_count, digit_runs, text,
    replace(replace(replace(replace(replace(replace(
    replace(replace(replace(replace(replace(replace(digits,
      '00', '0'), '00', '0'), '00', '0'), '00', '0'), '00', '0'), '00', '0'),
      '00', '0'), '00', '0'), '00', '0'), '00', '0'), '00', '0'), '00', '0') AS collapsed
  FROM zeros
)
SELECT d.document, r.version, r.char_count, length(r.text) AS chars_found, r.digit_runs,
  length(r.collapsed) - length(replace(r.collapsed, '0', '')) AS digit_runs_found
FROM runs AS r
JOIN document AS d ON d.document_key = r.document_key
WHERE length(r.text) IS NOT r.char_count
  OR length(r.collapsed) - length(replace(r.collapsed, '0', '')) IS NOT r.digit_runs;
