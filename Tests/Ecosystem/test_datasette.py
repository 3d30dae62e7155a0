"""Datasette serves the warehouse with the metadata that is shipped."""

import json
import unicodedata
import urllib.parse

import pytest
import yaml

from conftest import ROOT, solieu

METADATA = yaml.safe_load((ROOT / "Warehouse/metadata.yaml").read_text(encoding="utf-8"))
DATABASE = METADATA["databases"]["solieu"]
QUERIES = sorted(path.stem for path in (ROOT / "Warehouse/queries").glob("*.sql"))


def offered(name):
    """What a query is called there: one that is named as a table has another name."""
    return f"{name}-query" if name in DATABASE["tables"] else name


def given(name, values):
    """What a query must be asked with."""
    text = (ROOT / f"Warehouse/queries/{name}.sql").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("-- param:")]
    return {
        name: values[name]
        for name in (line.split()[2] for line in lines if "=" not in line.split(" -- ")[0])}


def test_every_query_is_offered():
    assert sorted(DATABASE["queries"]) == sorted(map(offered, QUERIES))
    assert len(QUERIES) >= 15


@pytest.mark.parametrize("name", QUERIES)
def test_query_answers_as_the_program_does(site, warehouse, values, name):
    parameters = given(name, values)
    path = f"/solieu/{offered(name)}.json?" + urllib.parse.urlencode({"_shape": "array", **parameters})
    rows = site.json(path)
    options = [f"--param={key}={value}" for key, value in parameters.items()]
    expected = json.loads(
        solieu("query", name, *options, "--format", "json", "--warehouse", warehouse))
    assert rows == expected[: 1000]


def test_every_view_is_shown_and_described(site, views):
    for view in views:
        answer = site.json(f"/solieu/{view}.json?_shape=objects&_size=3&_nofacet=1")
        status, page = site.get(f"/solieu/{view}?_size=3&_nofacet=1")
        assert status == 200, view
        described = DATABASE["tables"][view]
        assert described["title"] in page, view
        if not described.get("hidden"):
            missing = [c for c in answer["columns"] if c not in described["columns"]]
            assert not missing, f"{view}: {missing} are not described"


def test_facets_count(site, database):
    answer = site.json("/solieu/figures.json?_size=1")
    kinds = {f["value"]: f["count"] for f in answer["facet_results"]["kind"]["results"]}
    stored = database.execute("SELECT kind, count(*) FROM figures GROUP BY kind").fetchall()
    # Ten are shown, the most frequent first.
    expected = sorted((tuple(row) for row in stored), key=lambda row: -row[1])[:10]
    assert sorted(kinds.values(), reverse=True) == [count for _, count in expected]
    assert kinds[expected[0][0]] == expected[0][1]


def test_search_finds_without_accents(site):
    answer = site.json("/solieu/search.json?_search=doanh+thu&_shape=objects&_nofacet=1")
    assert answer["rows"]
    for row in answer["rows"]:
        words = folded(f"{row['sentence']} {row['subjects']}")
        assert "doanh" in words and "thu" in words
    # The same as with the accents.
    path = "/solieu/search.json?_shape=array&_nofacet=1&_size=1000&_search="
    plain, accented = (
        [(row["sentence_key"], row["figure_id"]) for row in site.json(path + urllib.parse.quote(words))]
        for words in ("ty le", "tỷ lệ"))
    assert plain == accented != []


def folded(text):
    """Without accents, in lower case."""
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in letters if not unicodedata.combining(c)).replace("đ", "d")


def test_a_parameter_left_empty_has_its_default(site):
    rows = site.json("/solieu/ten-largest-amounts.json?_shape=array&unit=&limit=")
    assert len(rows) == 10
    assert len(site.json("/solieu/ten-largest-amounts.json?_shape=array&limit=3")) == 3


def test_nothing_can_be_written(site):
    statement = urllib.parse.quote("delete from figure")
    status, text = site.get(f"/solieu.json?sql={statement}")
    assert status == 400
    assert "SELECT" in text
