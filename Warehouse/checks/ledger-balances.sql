-- Nothing is lost: every digit of a current text belongs to a figure, a time, a reference, or a rejected numeral.
SELECT * FROM document_ledger WHERE NOT is_balanced;
