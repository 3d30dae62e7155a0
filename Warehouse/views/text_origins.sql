-- For each version of a document the text that it goes back to: documents of one origin count as one voice.
-- Example: SELECT origin, count(*) AS copies FROM text_origins GROUP BY origin HAVING count(*) > 1
--
-- The origin is the digest of the text: what agencies repeat word for word. Where near copies are known by a cluster, this
-- view is the place to give it instead; all comparisons read the origin from here.
CREATE VIEW text_origins AS
SELECT
  version_key,  -- the version of the document
  digest AS origin  -- what copies of one text share
FROM document_version;
