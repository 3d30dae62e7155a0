-- Figures of one article that contradict each other.
SELECT r.document, r.kind, r.formula, r.expected, r.stated,
  group_concat(m.role || ': ' || f.quote, '; ') AS members
FROM relations AS r
JOIN relation_members AS m ON m.relation_id = r.relation_id
JOIN figures AS f ON f.figure_id = m.figure_id
WHERE r.verdict = 'broken'
GROUP BY r.relation_id
ORDER BY r.document, r.relation_id;
