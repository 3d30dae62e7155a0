-- The figures of the relations believed now, with the part that each plays.
CREATE VIEW relation_members AS
SELECT r.relation_id, f.figure_id, m.role
FROM relation AS r
JOIN document_version AS v ON v.version_key = r.version_key
JOIN relation_member AS m ON m.relation_key = r.relation_key
JOIN figure AS f ON f.figure_key = m.figure_key
WHERE r.superseded_run_id IS NULL AND v.superseded_run_id IS NULL;
