-- Kinds, statuses and the like are words of their vocabularies, and spans have a beginning before their end.
--
-- The tables check this when they are written; SQLite does not check it again where a file is opened only to be read.
SELECT 'figure' AS what, figure_key AS key, kind, status, qualifier, change, verdict, char_start, char_end
FROM figure
WHERE kind NOT IN ('money', 'count', 'percent', 'point', 'ratio', 'rank', 'multiple', 'score', 'duration', 'measure', 'rate')
  OR status NOT IN ('actual', 'estimate', 'target', 'forecast')
  OR qualifier NOT IN ('about', 'over', 'under', 'nearly', 'at_least', 'at_most', 'up_to')
  OR change NOT IN ('increase', 'decrease')
  OR verdict NOT IN ('ok', 'info', 'warning', 'error', 'broken')
  OR char_start < 0 OR char_start >= char_end OR byte_start < char_start OR byte_start >= byte_end
UNION ALL
SELECT 'numeral', version_key, disposition, NULL, NULL, NULL, NULL, char_start, char_end
FROM numeral
WHERE disposition NOT IN ('figure', 'time', 'reference', 'rejected')
  OR char_start < 0 OR char_start >= char_end OR byte_start < char_start OR byte_start >= byte_end;
