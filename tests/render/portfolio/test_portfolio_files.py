"""Three hand-made municipalities in every format, as they are filed (団体の集計)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date

import pytest

from stdmig.outlook.portfolio.portfolio import Broken, Portfolio
from stdmig.outlook.portfolio.roll_up import roll_up
from stdmig.render.cells import width
from stdmig.render.portfolio.csv import portfolio_csv
from stdmig.render.portfolio.json import portfolio_json
from stdmig.render.portfolio.text import portfolio_text
from stdmig.words import LANGUAGES, Language
from tests.command import run
from tests.helpers import ENGLISH
from tests.hostile import ALL as NAMES
from tests.outlook.portfolio.towns import AS_OF, system, town, work
from tests.render.portfolio.portfolio_example import DAY, FOLDER, portfolio
from tests.schema_check import undescribed
from tests.screens import screen

Golden = Callable[[str, str | bytes], None]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("columns", ["80", "200"])
def test_text_is_as_filed(columns: str, language: Language, golden: Golden) -> None:
    """What matters comes first; then the tables, as wide as the screen."""
    options = ("--as-of", DAY, "--no-cache", "--jobs", "1")
    result = run(
        *("portfolio", "portfolio.yaml", *options),
        lang=language,
        cwd=FOLDER,
        env={"COLUMNS": columns},
    )
    assert result.code == 0, result.err
    golden(f"portfolio_{language}_{columns}.txt", result.out)


def test_json_is_as_filed_and_valid(golden: Golden) -> None:
    """Every municipality and system, a record a line, as the schema describes it."""
    result = portfolio("portfolio.yaml", "--format", "json", "--lang", "en")
    golden("portfolio.json", result.out)
    assert undescribed(json.loads(result.out)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_csv_is_as_filed(language: Language, golden: Golden) -> None:
    """A row for each system of each municipality, which a spreadsheet opens."""
    result = portfolio("portfolio.yaml", "--format", "csv", "--lang", language)
    assert result.stdout.startswith(b"\xef\xbb\xbf")
    golden(f"portfolio_{language}.csv", result.stdout)


def test_hand_made_municipalities_come_to_what_was_made() -> None:
    """One has a gap, one is designated, one is fine; two buy together."""
    told = json.loads(portfolio("portfolio.yaml", "--format", "json").out)
    rows = {each["workspace"]: each for each in told["municipalities"]}
    assert [each["workspace"] for each in told["municipalities"]] == ["a", "b", "c"]
    # The contract ends on 2025-03-31, the cutover is on 2026-01-05.
    gap = (date(2026, 1, 5) - date(2025, 4, 1)).days
    assert rows["a"]["gap_days"] == gap == 279
    assert rows["a"]["uncovered"] == 4
    designated = [each for each in rows["b"]["systems"] if each["designated"]]
    assert [(each["id"], each["reason"]) for each in designated] == [("kenko", 4)]
    assert (rows["c"]["lost"], rows["c"]["late"], rows["c"]["uncovered"]) == (0, 0, 0)
    (joint,) = told["joint"]
    assert joint["faults"] == ["policies"]
    assert [part["workspace"] for part in joint["parts"]] == ["a", "b"]
    # Six at one time in portfolio.yaml, three in a's capacity.yaml in September.
    (limit,) = told["limits"]
    assert limit["january_to_december"] == [6.0] * 8 + [3.0] + [6.0] * 3
    assert {each["over"] for each in told["overloads"]} == {1.0}
    assert told["overloads"][0]["workspaces"] == ["a", "b"]
    assert [each["code"] for each in told["prefectures"]] == ["46", "47"]


def test_no_format_holds_a_price() -> None:
    """What the prefecture sees says nothing of money (価格を含まない)."""
    for format in ("text", "json", "csv"):
        told = portfolio("portfolio.yaml", "--format", format).out.casefold()
        assert not {word for word in ("yen", "price", "円", "amount") if word in told}


def _hostile() -> Portfolio:
    rows = []
    for number, name in enumerate(NAMES):
        own = system(f"own{number}", vendors=(name,), packages=(name,))
        span = date(2024, 5, 1), date(2024, 9, 1)
        busy = work(name or "-", "14", *span, own.id, package=name)
        rows.append(town(f"towns/{number}/{name}", own, name=name, work=(busy,)))
    broken = [Broken(name, ()) for name in NAMES]
    return roll_up(rows, broken, as_of=AS_OF, name=NAMES[0])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cells", [60, 80, 200])
def test_hostile_names_break_no_line(language: Language, cells: int) -> None:
    """No line is wider than the screen, and no control reaches the terminal."""
    told = portfolio_text(_hostile(), screen(language, cells), 200)
    assert [line for line in told.splitlines() if width(line) > cells] == []
    assert not {each for each in told if ord(each) < 32 and each != "\n"}


def test_hostile_names_stay_whole_in_json_and_become_no_formula_in_csv() -> None:
    """Programs get every character; a spreadsheet gets text alone."""
    document = json.loads(portfolio_json(_hostile(), ENGLISH))
    assert {each["name"] for each in document["municipalities"]} == {*NAMES}
    assert undescribed(document) == []
    data, refused = portfolio_csv(_hostile(), ENGLISH, "utf-8")
    assert refused == []
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert len(rows) == 1 + 2 * len(NAMES)
    assert {len(row) for row in rows} == {26}
    assert not [cell for row in rows for cell in row if cell[:1] in "=@" and cell]


def test_nothing_at_all_is_told() -> None:
    """No municipality is no crash, and no clean bill of health either."""
    nothing = roll_up((), (), as_of=AS_OF)
    told = portfolio_text(nothing, screen("en"), 10)
    assert "There is no system to look at." in told
    assert undescribed(json.loads(portfolio_json(nothing, ENGLISH))) == []
