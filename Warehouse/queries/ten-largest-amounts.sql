-- The largest amounts of money believed now, each with its quote, article, date and place.
-- param: unit text = VND -- ISO 4217
-- param: limit integer = 10 -- how many
SELECT value, unit, quote, subject, status, title, document, published, period, place_name,
  verdict, figure_id
FROM figures
WHERE kind = 'money' AND unit = :unit AND verdict NOT IN ('error', 'broken')
ORDER BY value_real DESC, figure_id
LIMIT :limit;
