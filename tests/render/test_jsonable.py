"""JSON that holds every text and lets none of them act (JSON)."""

from __future__ import annotations

import json

from stdmig.render.jsonable import dump
from stdmig.render.portfolio.rows_json import Row, dump_rows
from tests.hostile import ACTING, ALL


def test_json_holds_what_it_does_not_show() -> None:
    """Directions and controls stand there by their numbers, and are read back."""
    document = {"name": "逆\u202e\x9b", "names": list(ALL)}
    for written in (dump(document), dump_rows({"name": "", "rows": [Row(document)]})):
        assert ACTING.findall(written) == []
        assert "逆\\u202e\\u009b" in written
    assert json.loads(dump(document)) == document


def test_json_stays_readable() -> None:
    """Japanese stands there as it is written."""
    assert dump({"name": "税務課𠮷"}) == '{\n  "name": "税務課𠮷"\n}\n'
