"""What the tests share: a warehouse made of the sample articles, and Datasette serving it."""

import json
import os
import pathlib
import shutil
import socket
import sqlite3
import subprocess
import time
import urllib.error
import urllib.request

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOLIEU = str(ROOT / os.environ.get("SOLIEU", ".build/release/solieu"))
# A text that a publisher corrects between the first run and the second.
CORRECTED = ("Trung tâm đã tiếp 120 lượt người.\n", "Trung tâm đã tiếp 125 lượt người, tăng 5%.\n")


def solieu(*arguments, **options):
    """Runs the program, and gives what it wrote."""
    done = subprocess.run(
        [SOLIEU, *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, **options)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def warehouse(tmp_path_factory):
    folder = tmp_path_factory.mktemp("warehouse")
    raw = folder / "raw"
    shutil.copytree(ROOT / "Raw", raw)
    path = folder / "solieu.sqlite"
    for text in CORRECTED:
        (raw / "corrected.txt").write_text(text, encoding="utf-8")
        solieu("run", "--quiet", "--raw", raw, "--warehouse", path)
    return path


@pytest.fixture(scope="session")
def database(warehouse):
    connection = sqlite3.connect(f"file:{warehouse}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


@pytest.fixture(scope="session")
def views(database):
    return [row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")]


@pytest.fixture(scope="session")
def values(database):
    """A value for each parameter that a canned query cannot do without."""
    figure = database.execute(
        "SELECT * FROM figures WHERE indicator IS NOT NULL AND place LIKE 'VN-%' LIMIT 1").fetchone()
    return {
        "figure_id": figure["figure_id"], "document": figure["document"],
        "indicator": figure["indicator"], "place": figure["place"], "outlet": figure["outlet"],
        "words": "doanh thu", "run_id": "1", "from_run": "1", "to_run": "2",
    }


class Site:
    def __init__(self, url):
        self.url = url

    def get(self, path):
        """The status and the text of a page."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def json(self, path):
        status, text = self.get(path)
        assert status == 200, f"{path}: {text[:500]}"
        return json.loads(text)


@pytest.fixture(scope="session")
def site(warehouse):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [ROOT / ".ci/datasette", str(warehouse), str(port)], cwd=ROOT,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    site = Site(f"http://127.0.0.1:{port}")
    # The first time it is installed before it starts.
    deadline = time.monotonic() + 240
    while True:
        try:
            site.get("/-/versions.json")
            break
        except OSError:
            if server.poll() is not None or time.monotonic() > deadline:
                server.kill()
                pytest.fail(f"Datasette did not start: {server.stderr.read()}")
            time.sleep(0.2)
    yield site
    server.terminate()
    server.wait(timeout=10)
