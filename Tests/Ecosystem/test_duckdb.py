"""DuckDB reads the warehouse itself, and makes Parquet of what is exported for it."""

import decimal
import importlib.resources

import duckdb
import pyarrow.parquet
import pytest

from conftest import solieu


@pytest.fixture
def duck(warehouse):
    connection = duckdb.connect()
    # The extension as PyPI has it; nothing is downloaded.
    package = importlib.resources.files("duckdb_extension_sqlite_scanner")
    extension = package / f"extensions/v{duckdb.__version__}/sqlite_scanner.duckdb_extension"
    connection.execute(f"LOAD '{extension}'")
    connection.execute(f"ATTACH '{warehouse}' AS w (TYPE sqlite, READ_ONLY)")
    yield connection
    connection.close()


# Asked by MATCH, which is SQLite's own.
NOT_IN_DUCKDB = {"search"}


def test_every_view_has_the_same_rows(duck, database, views):
    for view in sorted(set(views) - NOT_IN_DUCKDB):
        count = database.execute(f"SELECT count(*) FROM {view}").fetchone()[0]
        assert duck.execute(f"SELECT count(*) FROM w.{view}").fetchone()[0] == count, view


def test_a_question_has_the_same_answer(duck, database):
    sql = """
        SELECT kind, count(*) AS n, max(CAST(value_real AS DOUBLE)) AS largest
        FROM {} GROUP BY kind ORDER BY kind"""
    expected = [tuple(row) for row in database.execute(sql.format("figures"))]
    assert duck.execute(sql.format("w.figures")).fetchall() == expected


def test_tables_are_typed(duck):
    types = dict(duck.execute("SELECT column_name, column_type FROM (DESCRIBE w.figure)").fetchall())
    assert types["value"] == "VARCHAR"
    assert types["value_real"] == "DOUBLE"
    assert types["char_start"] == "BIGINT"


def test_the_warehouse_cannot_be_written(duck):
    with pytest.raises(duckdb.Error):
        duck.execute("DELETE FROM w.figure")


@pytest.fixture(scope="module")
def parquet(warehouse, tmp_path_factory):
    folder = tmp_path_factory.mktemp("parquet")
    solieu("export", "parquet-csv", "--output", folder, "--warehouse", warehouse)
    script = (folder / "to-parquet.sql").read_text(encoding="utf-8")
    # The script names the files as they are called in its folder.
    connection = duckdb.connect()
    connection.execute(f"SET file_search_path = '{folder}'")
    connection.execute(script.replace(" TO '", f" TO '{folder}/"))
    connection.close()
    return folder


def test_parquet_has_exact_types(parquet):
    schema = pyarrow.parquet.read_schema(parquet / "figures.parquet")
    types = {field.name: str(field.type) for field in schema}
    assert types["value"] == types["upper"] == "decimal128(38, 12)"
    assert types["value_real"] == "double"
    assert types["period_first_day"] == "date32[day]"
    assert types["char_start"] == "int64"
    assert types["quote"] == "string"
    runs = pyarrow.parquet.read_schema(parquet / "runs.parquet")
    assert str(runs.field("started").type).startswith("timestamp")
    documents = pyarrow.parquet.read_schema(parquet / "documents.parquet")
    assert str(documents.field("is_current").type) == "bool"
    assert "text" not in documents.names


def test_parquet_has_the_same_values(parquet, database):
    sql = """
        SELECT figure_id, value, upper, prefix, subject, period_first_day, char_start, value_real
        FROM {} ORDER BY figure_id"""
    stored = database.execute(sql.format("figures")).fetchall()
    read = duckdb.sql(sql.format(f"'{parquet}/figures.parquet'")).fetchall()
    assert len(read) == len(stored) > 400
    for row, kept in zip(read, stored):
        assert row[0] == kept[0]
        assert row[1] == decimal.Decimal(kept[1])
        assert row[2] == (None if kept[2] is None else decimal.Decimal(kept[2]))
        # Empty texts are empty and nulls null.
        assert row[3:5] == (kept[3], kept[4])
        assert (None if row[5] is None else row[5].isoformat()) == kept[5]
        assert row[6:] == (kept[6], kept[7])


def test_every_table_arrives_whole(parquet, database):
    files = sorted(parquet.glob("*.csv"))
    assert len(files) >= 10
    for file in files:
        count = database.execute(f"SELECT count(*) FROM {file.stem}").fetchone()[0]
        assert pyarrow.parquet.read_metadata(file.with_suffix(".parquet")).num_rows == count, file
