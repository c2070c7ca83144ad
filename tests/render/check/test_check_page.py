"""The page of findings: what stands where (点検の画面)."""

from __future__ import annotations

from pathlib import Path

from stdmig.diagnostics import Severity
from stdmig.render.check.entry import of_fault
from stdmig.render.check.report import Report
from stdmig.render.check.text import check_lines, check_text
from stdmig.words import Style
from stdmig.workspace import Request, open_workspace
from tests.render.check.runs import entry
from tests.screens import report, sample_city, screen


def _faults(folder: Path, text: str) -> Report:
    (folder / "systems.yaml").write_text(text, encoding="utf-8")
    inventory, faults = open_workspace(Request(folder))
    assert inventory is None
    return Report(tuple(map(of_fault, faults)))


def test_nothing_found_is_good_news() -> None:
    """A clean page says whose it is, and that there is nothing."""
    page = check_text(report(sample_city())._replace(entries=()), screen("en"))
    assert page.splitlines() == [
        "Aira City (sample): findings    as of 2021-10-01",
        "No findings.",
        "",
    ]


def test_today_is_named_as_today() -> None:
    """An as-of date that is the clock's is called today's."""
    today = report(sample_city())._replace(as_of_today=True)
    page = check_text(today, screen("ja"))
    assert page.splitlines()[0] == "姶良市（見本）の点検結果    基準日 R3.10.1（今日）"


def test_page_of_a_section_names_it() -> None:
    """Who gets a section's findings on paper sees whose they are."""
    page = check_text(report(sample_city())._replace(section="税務課"), screen("ja"))
    assert page.splitlines()[0] == (
        "姶良市（見本）の点検結果（税務課）    基準日 R3.10.1"
    )


def test_place_follows_the_fact_and_details_follow_the_place() -> None:
    """Each finding is a fact and where it is; then what follows from it."""
    lines = check_text(report(sample_city()), screen("en", 200)).splitlines()
    start = lines.index("error STD201 a contract ends before the cutover")
    assert lines[start + 1] == (
        "  アクロシティ住民情報システム (14 units): ends 2024-09-30, 365 days without a"
        " contract before the cutover 2025-10-01  sample:systems.yaml:103:10"
        "  contract: acrocity"
    )
    assert lines[start + 2].startswith("    extend from 2024-10-01 to 2025-09-30")


def test_each_fault_says_what_to_do(tmp_path: Path) -> None:
    """Where the cures of one code differ, each stands with its own fault."""
    head = "schema: stdmig.systems/1\nmunicipality: {name: 見本市, namae: 甲}\n"
    found = _faults(tmp_path, f"{head}sistems: []\n")
    lines = check_text(found, screen("en")).splitlines()
    cures = [line.strip() for line in lines if "What to do" in line]
    assert cures == [
        "What to do: did you mean 'name'?",
        "What to do: did you mean 'systems'?",
    ]


def test_other_places_of_a_fault_are_shown(tmp_path: Path) -> None:
    """A key that stands twice shows where the first one is."""
    found = _faults(tmp_path, "schema: stdmig.systems/1\nsystems: []\nsystems: []\n")
    lines = check_text(found, screen("en", 400)).splitlines()
    place = f"    {tmp_path.as_posix()}/systems.yaml:2:1 "
    assert [line for line in lines if line.startswith(place)] != []


def test_line_of_a_finding_is_what_editors_read() -> None:
    """Each line is ``file:line:column: severity[CODE] message`` and nothing more."""
    lines = check_lines(report(sample_city()), Style.of("en")).splitlines()
    assert len(lines) == 23
    assert lines[0].startswith("sample:systems.yaml:103:10: error[STD201] アクロシティ")


def test_colours_repeat_the_severity() -> None:
    """Errors are red and warnings yellow; the words are the same without."""
    coloured = check_text(report(sample_city()), screen("en", colour=True))
    assert "\x1b[1;31merror STD201\x1b[0m" in coloured
    assert "\x1b[33mwarning STD102\x1b[0m" in coloured


def test_summary_counts_every_severity() -> None:
    """The counts are told from the worst on, in the plural where there are many."""
    found = report(sample_city())
    assert found.counts == {
        Severity.ERROR: 3,
        Severity.WARNING: 20,
        Severity.NOTE: 0,
    }
    one = found._replace(entries=found.entries[:1])
    assert one.summary.into(Style.of("en")) == "1 error, 0 warnings, 0 notes"


def test_line_of_a_place_is_shown_once_for_a_rule() -> None:
    """Seventeen systems that are missing point at one line; it stands there once."""
    entries = tuple(
        entry(name, code=code)._replace(subject={"system": name})
        for code in ("STD101", "STD102")
        for name in ("koseki", "fuhyo", "kojin")
    )
    written = {entries[0].location: "systems:"}
    found = report(sample_city())._replace(entries=entries)
    lines = check_text(found, screen("en"), written).splitlines()
    first = lines.index("    3 | systems:")
    assert lines[first - 1] == (
        "  koseki: 365 days  data/systems.yaml:3:5  system: koseki"
    )
    # Once under each of the two rules.
    assert lines.count("    3 | systems:") == 2
    assert [line for line in lines if line.strip(" |") == "^"] == ["      |     ^"] * 2


def test_key_has_a_line_of_its_own_where_there_is_no_room() -> None:
    """What an acceptance names follows the place, in quotation marks where needed."""
    long = entry("甲" * 10)._replace(subject={"procurement": "*税: a"})
    found = report(sample_city())._replace(entries=(long,))
    lines = check_text(found, screen("en", 60)).splitlines()
    start = lines.index("  甲甲甲甲甲甲甲甲甲甲: 365 days  data/systems.yaml:3:5")
    assert lines[start + 1] == '    procurement: "*税: a"'


def test_page_says_how_to_accept_what_can_be_accepted(tmp_path: Path) -> None:
    """Neither a fault of reading nor a finding about an acceptance can be."""
    mistaken = _faults(tmp_path, "schema: stdmig.systems/1\nsystems: []\nx: 1\n")
    assert "To accept" not in check_text(mistaken, screen("en"))
    about = entry("甲", code="STD107")._replace(subject={"acceptance": "STD105"})
    found = report(sample_city())._replace(entries=(about, entry("乙", code="STD203")))
    lines = check_text(found, screen("en")).splitlines()
    assert lines[-2:] == [
        "Why: stdmig explain STD107",
        "To accept a finding: stdmig explain STD203",
    ]
    assert "  甲: 365 days  data/systems.yaml:3:5" in lines
