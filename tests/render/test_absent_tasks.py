"""What does not apply is listed in every output, without dates (対象外の作業)."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

from stdmig.render.html.page import html_page
from stdmig.render.plan.csv import plan_csv
from stdmig.render.plan.json import plan_json
from stdmig.schedule import DATE_FIELDS, chain_fields
from stdmig.workspace.dossier import dossier
from tests.helpers import ENGLISH
from tests.rules.planned import planned

SYSTEMS = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: juki, units: [{section: 市民課}]}
"""
PLANNED = planned(
    SYSTEMS,
    planning="{cutover: 2026-01-05}",
    progress="schema: stdmig.progress/1\n"
    "tasks: [{item: 13, system: juki, status: not_applicable}]\n",
    as_of=date(2021, 10, 1),
)
PLACE = PLANNED.plan.network.place_of["13@juki"]


def test_json_has_no_date_and_links_its_neighbours() -> None:
    """13 has null for every date; 15 waits for 12 in its place."""
    plan = PLANNED.plan
    told = json.loads(plan_json(plan, [*range(len(plan.tasks))], (), (), (), ENGLISH))
    tasks = {each["id"]: each for each in told["tasks"]}
    assert [tasks["13@juki"][name] for name in DATE_FIELDS] == [None] * 8
    assert tasks["13@juki"]["status"] == "not_applicable"
    assert tasks["13@juki"]["after"] == []
    assert "12@juki" in tasks["15@juki"]["after"]
    assert not [each for each in tasks.values() if "13@juki" in each["after"]]


def test_table_has_no_date() -> None:
    """The row is there, its days and floats are empty."""
    data, unwritable = plan_csv(
        PLANNED.plan, [*range(len(PLANNED.plan.tasks))], ENGLISH, "utf-8"
    )
    assert unwritable == []
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig")))
    row = next(each for each in rows if each["Task id"] == "13@juki")
    days = [
        each
        for name, each in row.items()
        if name.endswith((" start", " finish", "to start"))
    ]
    assert days == [""] * 8


def test_page_tells_it_without_days() -> None:
    """The row of the page says 'not applicable' and shows no day."""
    page = html_page(dossier(PLANNED), ENGLISH)
    assert "not applicable" in page
    assert chain_fields(PLANNED.plan, PLACE) == ()
