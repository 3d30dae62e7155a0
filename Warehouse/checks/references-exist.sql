-- Every row that refers to another one finds it.
SELECT "table", rowid AS row, parent FROM pragma_foreign_key_check;
