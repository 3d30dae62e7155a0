-- Every figure's quote is what the text holds between its code point offsets.
SELECT f.figure_id, d.document, v.version, f.char_start, f.char_end, f.quote,
  substr(t.text, f.char_start + 1, f.char_end - f.char_start) AS found
FROM figure AS f
JOIN document_version AS v ON v.version_key = f.version_key
LEFT JOIN document_text AS t ON t.version_key = f.version_key
JOIN document AS d ON d.document_key = v.document_key
WHERE substr(t.text, f.char_start + 1, f.char_end - f.char_start) IS NOT f.quote;
