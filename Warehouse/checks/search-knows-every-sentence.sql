-- The full-text index holds just the sentences that are kept.
SELECT 'sentence that is not indexed' AS what, s.sentence_key
FROM sentence AS s
WHERE NOT EXISTS (SELECT 1 FROM sentence_search_docsize AS z WHERE z.id = s.sentence_key)
UNION ALL
SELECT 'index of no sentence', z.id
FROM sentence_search_docsize AS z
WHERE NOT EXISTS (SELECT 1 FROM sentence AS s WHERE s.sentence_key = z.id);
