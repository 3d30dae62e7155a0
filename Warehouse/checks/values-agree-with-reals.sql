-- The exact text of a value and its floating-point number are the same number, as far as the latter can tell.
SELECT figure_id, quote, value, value_real, upper, upper_real, of, of_real
FROM figure
WHERE abs(CAST(value AS REAL) - value_real) > 1e-12 * abs(value_real)
  OR (upper IS NULL) <> (upper_real IS NULL)
  OR abs(CAST(upper AS REAL) - upper_real) > 1e-12 * abs(upper_real)
  OR (of IS NULL) <> (of_real IS NULL)
  OR abs(CAST(of AS REAL) - of_real) > 1e-12 * abs(of_real);
