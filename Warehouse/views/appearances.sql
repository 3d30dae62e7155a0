-- Where and when each text was published: a row a document, with the cluster of those that say the same. A text that is
-- published several times is stored once, with its figures, under the document named in text_document.
-- Example: SELECT cluster, count(*) AS appearances, group_concat(outlet, ', ') AS outlets FROM appearances GROUP BY cluster HAVING count(*) > 1
CREATE VIEW appearances AS
SELECT
  substr(f.digest, 1, 16) AS cluster,  -- names the text: the beginning of the SHA-256 of its first appearance
  a.likeness,                          -- `first`, or how it is like one before: `exact`, `near`
  d.document,
  coalesce(h.document, d.document) AS text_document,  -- the document that the text and its figures are stored with
  v.version,
  v.title,
  v.outlet,
  v.author,
  v.url,
  v.published,
  v.path,
  v.record,
  v.first_run_id AS run_id,
  a.cluster_key
FROM document_appearance AS a
JOIN document_version AS v ON v.version_key = a.version_key
JOIN document_version AS f ON f.version_key = a.cluster_key
JOIN document AS d ON d.document_key = v.document_key
LEFT JOIN document_version AS w ON w.version_key = a.text_key
LEFT JOIN document AS h ON h.document_key = w.document_key
WHERE v.superseded_run_id IS NULL;
