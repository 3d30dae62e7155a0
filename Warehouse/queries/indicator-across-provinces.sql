-- One indicator across provinces, the latest period first.
-- param: indicator text -- its code, as in the query indicators
-- param: status text = actual -- actual, estimate, target or forecast
SELECT place, place_name, period, value, upper, of, unit, qualifier, change, basis, quote,
  document, published, figure_id
FROM figures
WHERE indicator = :indicator AND status = :status AND place LIKE 'VN-%'
ORDER BY period_last_day DESC, place, published DESC, figure_id;
