"""What ``explain`` tells of the council and of the assessment (議決・評価の説明)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command import call

SYSTEMS = """\
schema: stdmig.systems/1
municipality: {{name: 見本市}}
systems:
  - id: juki
    {key}: {value}
    units: [{{section: 市民課}}]
"""
COUNCIL = """\
council:
  sessions:
    - {id: september, name: 9月定例会, name_en: September session, from: "09-01", until: "09-25"}
"""  # noqa: E501
TEMPLATE = """\
schema: stdmig.template/1
deadline: 2026-03-31
planning: {as_of: 2021-10-01, cutover: 2025-11-01}
"""


def told(
    folder: Path, key: str, value: str, *item: str, council: str = COUNCIL
) -> list[str]:
    """Return the lines of an explanation without their indents."""
    systems = SYSTEMS.format(key=key, value=value)
    (folder / "systems.yaml").write_text(systems, encoding="utf-8")
    template = folder / "schedule_template.yaml"
    template.write_text(TEMPLATE + council, encoding="utf-8")
    result = call("explain", "juki", *item, "--workspace", folder, "--lang", "en")
    assert result.code == 0, result.err
    return [line.strip() for line in result.out.splitlines()]


VOTE = "ends with the vote of the September session, 2025-09-25"


@pytest.mark.parametrize(
    ("value", "council", "expected"),
    [
        ("ordinance", COUNCIL, [VOTE]),
        (
            "",
            COUNCIL,
            [
                VOTE,
                "it is not recorded what is to be amended; planned as an ordinance,"
                " which the council votes on",
            ],
        ),
        (
            "rule",
            COUNCIL,
            ["a rule is to be amended, which needs no vote of the council"],
        ),
        (
            "ordinance",
            "",
            ["no session of the council is recorded, so any day may be its last"],
        ),
    ],
)
def test_item_17(tmp_path: Path, value: str, council: str, expected: list[str]) -> None:
    """Beside the dates stands the vote, and what is known about the amendment."""
    lines = told(tmp_path, "ordinance", value, "17", council=council)
    start = next(at for at, each in enumerate(lines) if each.startswith("17 Amend"))
    head = " ".join(lines[start : lines.index("", start)])
    assert head.endswith(" ".join(expected))


def test_a_step_says_with_which_vote_it_ends(tmp_path: Path) -> None:
    """The five weeks between the vote and the cutover are explained at the step."""
    lines = " ".join(told(tmp_path, "ordinance", "ordinance", "17"))
    assert (
        "2025-11-01 the municipality wants this day"
        " 2025-05-26 - 2025-09-25 4 months 17 Amendment of ordinances and rules"
        f" (Basic resident register) {VOTE}"
    ) in " ".join(lines.split())


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", ["no assessment is recorded; planned as one without public comment"]),
        ("basic", ["basic assessment, as recorded"]),
        (
            "full",
            [
                "full assessment, as recorded",
                "it takes public comment and a check by third parties",
            ],
        ),
        (
            "{people: 120000, handlers: 1200}",
            [
                "full assessment, since the system holds data of 120,000 people,"
                " handled by 1,200",
                "it takes public comment and a check by third parties",
            ],
        ),
        (
            "{people: 20000, incident: true}",
            [
                "focused assessment, since the system holds data of 20,000 people; how"
                " many handle it is not recorded",
                "there was a serious incident within a year",
            ],
        ),
    ],
)
def test_item_12(tmp_path: Path, value: str, expected: list[str]) -> None:
    """Beside the dates stands which assessment it is, and from what that follows."""
    lines = told(tmp_path, "assessment", value, "12")
    start = next(at for at, each in enumerate(lines) if each.startswith("12 Specific"))
    head = " ".join(lines[start : lines.index("", start)])
    assert head.endswith(" ".join(expected))


def test_a_system_tells_of_both(tmp_path: Path) -> None:
    """Without an item the head of the page tells of assessment and vote."""
    lines = told(tmp_path, "ordinance", "ordinance")
    head = " ".join(lines[: lines.index("")])
    assert (
        "12 Specific personal information protection assessment (PIA): no assessment is"
        " recorded; planned as one without public comment"
        f" 17 Amendment of ordinances and rules: {VOTE}"
    ) in head


def test_an_item_that_dropped_out_says_why(tmp_path: Path) -> None:
    """Where nothing is amended there is no item 17 to explain."""
    systems = SYSTEMS.format(key="ordinance", value="none")
    (tmp_path / "systems.yaml").write_text(systems, encoding="utf-8")
    result = call("explain", "juki", "17", "--workspace", tmp_path, "--lang", "en")
    assert result.code == 2
    assert (
        "Basic resident register does without item 17 Amendment of ordinances and"
        " rules: no ordinance or rule is to be amended"
    ) in " ".join(result.err.split())


def test_other_programs_read_the_vote() -> None:
    """The JSON names session and day, and null where no vote is needed."""
    votes = []
    for item in ("17", "16"):
        out = call("explain", "kojin", item, "--sample", "--format", "json").out
        (task,) = json.loads(out)["tasks"]
        votes.append(task["vote"])
    assert votes == [{"session": "september", "date": "2025-09-30"}, None]
