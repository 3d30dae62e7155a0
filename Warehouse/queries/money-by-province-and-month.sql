-- Amounts of money by province and month of publication: how many, and the largest. Sums would count twice.
-- param: unit text = VND -- ISO 4217
-- param: place text = -- only one province: VN-31 …
SELECT f.place,
  (SELECT p.name FROM place AS p WHERE p.code = f.place ORDER BY p.valid_from DESC LIMIT 1) AS place_name,
  substr(v.published, 1, 7) AS month, count(*) AS amounts, count(DISTINCT f.version_key) AS documents,
  max(f.value_real) AS largest
FROM unit AS u
JOIN figure AS f ON f.unit_key = u.unit_key
JOIN document_version AS v ON v.version_key = f.version_key
WHERE u.unit = :unit AND f.kind = 'money' AND f.superseded_run_id IS NULL AND f.place IS NOT NULL
  AND f.place LIKE 'VN-%' AND (nullif(:place, '') IS NULL OR f.place = :place)
GROUP BY f.place, month
ORDER BY f.place, month;
