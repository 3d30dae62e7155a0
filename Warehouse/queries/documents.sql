-- The articles published last, with how many figures each states and how many of these are doubtful.
-- param: outlet text = -- only those of one outlet
-- param: limit integer = 100 -- the most articles shown
SELECT document, title, outlet, published, version, figures_read AS figures, figures_doubtful AS doubtful
FROM documents
WHERE is_current AND (nullif(:outlet, '') IS NULL OR outlet = :outlet)
ORDER BY published DESC, document
LIMIT :limit;
