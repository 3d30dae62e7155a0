-- One figure's whole way: its quote, text, document, rules and run.
-- param: figure_id text -- its figure_id
SELECT f.figure_id, f.kind, f.value, f.upper, f.of, f.unit, f.prefix, f.quote, f.suffix,
  f.char_start, f.char_end, f.byte_start, f.byte_end, f.document, f.version, f.digest, f.path,
  d.record, f.url, f.outlet, d.author, f.title, f.published, f.rule, f.verdict,
  (SELECT group_concat(w.severity || ' ' || w.rule || ': ' || w.message, '; ')
    FROM verdicts AS w WHERE w.figure_id = f.figure_id) AS verdicts,
  (SELECT group_concat(m.role || ' in ' || r.formula || ' (' || r.verdict || ')', '; ')
    FROM relation_members AS m JOIN relations AS r ON r.relation_id = m.relation_id
    WHERE m.figure_id = f.figure_id) AS relations,
  f.run_id, u.started AS run_started, u.program_version, u.rules_digest
FROM figures AS f
JOIN documents AS d ON d.document = f.document AND d.is_current
JOIN runs AS u ON u.run_id = f.run_id
WHERE f.figure_id = :figure_id;
