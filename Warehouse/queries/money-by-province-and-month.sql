-- Amounts of money by province and month of publication: how many, and the largest. Sums would count twice.
-- param: unit = VND
SELECT place, max(place_name) AS place_name, substr(published, 1, 7) AS month,
  count(*) AS amounts, count(DISTINCT document) AS documents,
  max(value_real) AS largest
FROM figures
WHERE kind = 'money' AND unit = :unit AND place LIKE 'VN-%'
GROUP BY place, month
ORDER BY place, month;
