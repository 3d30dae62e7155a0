"""Others' readers take what the program exports."""

import csv
import decimal
import io
import json
import re
import shutil

import frictionless
import msgspec
import pandas
import pytest
from pysdmx.io.csv.sdmx20.reader import read as read_sdmx
from pysdmx.io.json.sdmxjson2.messages import JsonStructureMessage

from conftest import solieu


@pytest.fixture(scope="module")
def package(warehouse, tmp_path_factory):
    folder = tmp_path_factory.mktemp("package")
    solieu("export", "data-package", "--output", folder, "--warehouse", warehouse)
    return folder


def test_the_package_is_valid(package):
    report = frictionless.validate(str(package / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note", "title", "rowNumber", "fieldName"])[:10]
    assert {task.name for task in report.tasks} >= {"figures", "documents", "relations", "runs"}


def test_a_broken_package_is_not(package, tmp_path):
    broken = tmp_path / "broken"
    shutil.copytree(package, broken)
    lines = (broken / "relation_members.csv").read_text(encoding="utf-8").splitlines()
    lines.append("0000000000000000,0000000000000000,part")
    (broken / "relation_members.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    report = frictionless.validate(str(broken / "datapackage.json"))
    types = {row[0] for row in report.flatten(["type"])}
    assert types == {"foreign-key"}


def test_the_package_is_described(package):
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    assert descriptor["licenses"][0]["name"] == "Apache-2.0"
    assert descriptor["sources"]
    for resource in descriptor["resources"]:
        assert resource["description"] and resource["title"]
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_values_are_exact(package, database):
    with frictionless.Package(str(package / "datapackage.json")).get_resource("figures") as figures:
        read = {row["figure_id"]: row["value"] for row in figures.row_stream}
    stored = database.execute("SELECT figure_id, value FROM figures")
    assert read == {row[0]: decimal.Decimal(row[1]) for row in stored}


def test_sdmx_is_read(warehouse, database):
    text = solieu("export", "sdmx-csv", "--warehouse", warehouse)
    (dataset,) = read_sdmx(text)
    assert dataset.short_urn == "Dataflow=SOLIEU:DF_FIGURES(1.0.0)"
    count = database.execute("SELECT count(*) FROM sdmx_observations").fetchone()[0]
    assert len(dataset.data) == count > 0
    key = ["FREQ", "REF_AREA", "INDICATOR", "UNIT_MEASURE", "TIME_PERIOD"]
    assert not dataset.data.duplicated(subset=key).any()
    period = re.compile(
        r"\d{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2])|-W\d\d|-\d\d-\d\d)?|\d{4}-\d\d-\d\d/P\d+[MD]")
    assert dataset.data["TIME_PERIOD"].map(lambda text: bool(period.fullmatch(text))).all()


def test_sdmx_structure_is_read(warehouse, database):
    text = solieu("export", "sdmx-structure", "--warehouse", warehouse)
    message = msgspec.json.decode(text, type=JsonStructureMessage).to_model()
    (structure,) = message.get_data_structure_definitions()
    (dataflow,) = message.get_dataflows()
    assert dataflow.short_urn == "Dataflow=SOLIEU:DF_FIGURES(1.0.0)"
    columns = [column[0] for column in database.execute("SELECT * FROM sdmx_observations").description]
    components = structure.components
    assert {component.id for component in components} == set(columns)
    dimensions = [component.id for component in components.dimensions]
    assert dimensions == ["FREQ", "REF_AREA", "INDICATOR", "UNIT_MEASURE", "TIME_PERIOD"]
    assert [component.id for component in components.measures] == ["OBS_VALUE"]
    # What is coded has no other codes.
    for component in components:
        if component.enumeration is not None:
            codes = {code.id for code in component.enumeration}
            values = database.execute(f"SELECT DISTINCT {component.id} FROM sdmx_observations")
            assert {row[0] for row in values} <= codes, component.id
    coded = {component.id for component in components if component.enumeration is not None}
    assert coded == {"FREQ", "REF_AREA", "OBS_STATUS", "CONF_STATUS"}


def test_sdmx_values_are_exact(warehouse, database):
    rows = list(csv.DictReader(io.StringIO(solieu("export", "sdmx-csv", "--warehouse", warehouse))))
    assert {row["ACTION"] for row in rows} == {"I"}
    stored = dict(database.execute("SELECT figure_id, value FROM figures").fetchall())
    for row in rows:
        meant = decimal.Decimal(row["OBS_VALUE"]).scaleb(int(row["UNIT_MULT"]))
        assert meant == decimal.Decimal(stored[row["FIGURE_ID"]])


def test_pandas_reads_the_warehouse(database):
    frame = pandas.read_sql("SELECT * FROM figures", database, parse_dates=["period_first_day"])
    assert len(frame) == database.execute("SELECT count(*) FROM figures").fetchone()[0]
    assert frame["value_real"].dtype == "float64"
    assert frame["char_start"].dtype == "int64"
    money = frame[(frame["kind"] == "money") & (frame["unit"] == "VND")]
    largest = database.execute(
        "SELECT max(value_real) FROM figures WHERE kind = 'money' AND unit = 'VND'").fetchone()[0]
    assert money["value_real"].max() == largest
    by_kind = frame.groupby("kind").size().to_dict()
    stored = database.execute("SELECT kind, count(*) FROM figures GROUP BY kind")
    assert by_kind == {row[0]: row[1] for row in stored}


def test_pandas_reads_the_answers_of_queries(warehouse):
    options = ("query", "figures-by-kind", "--warehouse", warehouse)
    from_csv = pandas.read_csv(io.StringIO(solieu(*options, "--format", "csv")))
    from_lines = pandas.read_json(io.StringIO(solieu(*options, "--format", "jsonl")), lines=True)
    pandas.testing.assert_frame_equal(from_csv, from_lines, check_dtype=False)
    assert len(from_csv) > 5


def test_formulas_are_text_to_a_spreadsheet(warehouse):
    sql = "SELECT '=1+1' AS a, -2 AS b, '-3.5' AS c, '+84 9' AS d, 'x;=2' AS e"
    text = solieu("query", "--sql", sql, "--safe-csv", "--warehouse", warehouse)
    (row,) = csv.DictReader(io.StringIO(text))
    assert row == {"a": "'=1+1", "b": "-2", "c": "-3.5", "d": "'+84 9", "e": "x;'=2"}
    # Cut at semicolons, as some spreadsheets do, no cell begins with a formula either.
    cells = [cell for line in csv.reader(io.StringIO(text), delimiter=";") for cell in line]
    assert not [cell for cell in cells if cell.startswith("=")]
