-- The figures of one article, in the order of its text.
-- param: document text -- its id, as in the view documents
SELECT char_start, quote, kind, value, upper, of, unit, qualifier, change, status, period,
  place_name, subject, verdict, figure_id
FROM figures
WHERE document = :document
ORDER BY char_start, figure_id;
