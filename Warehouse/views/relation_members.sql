-- The figures of the relations believed now, with the part that each plays.
-- Example: SELECT r.formula, m.role, f.quote FROM relation_members AS m JOIN relations AS r USING (relation_id) JOIN figures AS f USING (figure_id) LIMIT 10
CREATE VIEW relation_members AS
SELECT r.relation_id, f.figure_id, m.role
FROM relation AS r
JOIN relation_member AS m ON m.relation_key = r.relation_key
JOIN figure AS f ON f.figure_key = m.figure_key
WHERE r.superseded_run_id IS NULL;
