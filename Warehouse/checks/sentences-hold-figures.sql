-- Every figure believed now stands in a sentence that can be searched, and every sentence is of one that is.
SELECT 'figure without sentence' AS what, d.document, f.char_start, f.char_end, f.quote
FROM figure AS f
JOIN document_version AS v ON v.version_key = f.version_key
JOIN document AS d ON d.document_key = v.document_key
WHERE f.superseded_run_id IS NULL
  AND NOT EXISTS (
    SELECT 1 FROM figure AS g
    JOIN sentence AS s ON s.sentence_key = g.figure_key
    WHERE g.version_key = f.version_key AND f.char_start >= s.char_start AND f.char_end <= s.char_end
  )
UNION ALL
SELECT 'sentence of a figure that is not believed', d.document, s.char_start, s.char_end, NULL
FROM sentence AS s
JOIN figure AS f ON f.figure_key = s.sentence_key
JOIN document_version AS v ON v.version_key = f.version_key
JOIN document AS d ON d.document_key = v.document_key
WHERE f.superseded_run_id IS NOT NULL;
