-- For each version of a document the text that it goes back to: documents of one origin count as one voice.
-- Example: SELECT origin, count(*) AS copies FROM text_origins GROUP BY origin HAVING count(*) > 1
--
-- The origin is the first appearance of the text, so that near copies (another credit line, a word corrected) have one origin
-- as exact ones do; see appearances. All comparisons read the origin from here.
CREATE VIEW text_origins AS
SELECT
  v.version_key,  -- the version of the document
  coalesce(f.digest, v.digest) AS origin  -- the SHA-256 of the first appearance, or of the version itself where none is known
FROM document_version AS v
LEFT JOIN document_appearance AS a ON a.version_key = v.version_key
LEFT JOIN document_version AS f ON f.version_key = a.cluster_key;
