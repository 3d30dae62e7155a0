-- Figures of one article that contradict each other.
-- param: limit integer = 100 -- the most relations shown
SELECT r.document, r.kind, r.formula, r.expected, r.stated,
  (SELECT group_concat(m.role || ': ' || f.quote, '; ')
    FROM relation_members AS m JOIN figures AS f ON f.figure_id = m.figure_id
    WHERE m.relation_id = r.relation_id) AS members
FROM relations AS r
WHERE r.verdict = 'broken'
ORDER BY r.document, r.relation_id
LIMIT :limit;
