-- The articles, with how many figures each states and how many of these are doubtful.
-- param: outlet =
SELECT d.document, d.title, d.outlet, d.published, d.version, count(f.figure_id) AS figures,
  coalesce(sum(f.verdict IN ('warning', 'error', 'broken')), 0) AS doubtful
FROM documents AS d
LEFT JOIN figures AS f ON f.document = d.document
WHERE d.is_current AND (:outlet IS NULL OR d.outlet = :outlet)
GROUP BY d.document
ORDER BY d.published DESC, d.document;
