"""Cells of the warehouse as links and as readable numbers."""

import re

from datasette import hookimpl
from datasette.utils import tilde_encode
from markupsafe import Markup, escape
from urllib.parse import urlencode

# Where a value of a column leads to: a canned query with the value as its parameter.
LINKS = {"figure_id": "provenance", "document": "document-figures"}

DECIMALS = {"value", "upper", "of", "expected", "stated", "previous_value", "old_value", "new_value"}
DECIMAL = re.compile(r"(-?)([0-9]+)(\.[0-9]+)?")


@hookimpl
def render_cell(value, column, database, datasette):
    if not isinstance(value, str) or not value:
        return None
    if column in LINKS and database:
        query = LINKS[column]
        path = f"/{tilde_encode(database)}/{query}?{urlencode({column: value})}"
        return Markup('<a href="{}">{}</a>').format(datasette.urls.path(path), value)
    if column in DECIMALS:
        return grouped(value)
    return None


def grouped(value):
    """The digits by threes, set apart by margins: what is copied is the number as it is."""
    match = DECIMAL.fullmatch(value)
    if not match:
        return None
    sign, whole, fraction = match.groups()
    first = len(whole) % 3 or 3
    groups = [whole[:first]] + [whole[i : i + 3] for i in range(first, len(whole), 3)]
    spans = "".join(f'<span class="group">{group}</span>' for group in groups)
    return Markup(f'<span class="number">{sign}{spans}{escape(fraction or "")}</span>')
