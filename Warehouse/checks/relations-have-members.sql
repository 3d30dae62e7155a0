-- Every relation believed now has two members or more, all of them figures of its text that are believed now.
SELECT r.relation_id, r.kind, r.formula, count(m.figure_key) AS members,
  sum(f.superseded_run_id IS NULL AND f.version_key = r.version_key) AS members_believed
FROM relation AS r
LEFT JOIN relation_member AS m ON m.relation_key = r.relation_key
LEFT JOIN figure AS f ON f.figure_key = m.figure_key
WHERE r.superseded_run_id IS NULL
GROUP BY r.relation_key
HAVING count(m.figure_key) < 2
  OR sum(f.figure_key IS NOT NULL AND f.superseded_run_id IS NULL
    AND f.version_key = r.version_key) IS NOT count(m.figure_key);
