"""A town that begins after the general deadline (期限後の開始)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from stdmig.cli import horizon
from stdmig.inventory import Inventory
from stdmig.workspace import Request, open_workspace
from tests.command import call
from tests.terminal import converse

LIST = """\
業務名,担当課,システム名,事業者,契約期間,移行状況,稼働日,特定移行支援システム,移行予定
住民記録,市民課,住記,甲社,R2.4.1～R9.3.31,移行済,R8.1.5,,
印鑑登録,市民課,印鑑,甲社,R2.4.1～R9.3.31,移行済（R8.2）,,,
戸籍,市民課,戸籍,乙社,R2.4.1～R9.3.31,稼働済み,H30.4.1,,
個人住民税,税務課,税,丙社,R2.4.1～R9.3.31,未移行,,○,令和10年3月
固定資産税,税務課,税,丙社,R2.4.1～R9.3.31,概ね完了,,×,R10.1
健康管理,健康課,健康,丁社,R2.4.1～R9.3.31,特定移行支援システム,,,
"""


def _inventory(folder: Path) -> Inventory:
    inventory, faults = open_workspace(Request(folder))
    assert faults == []
    assert inventory is not None
    return inventory


def _live(inventory: Inventory) -> list[tuple[str, str, bool]]:
    records = inventory.progress
    live = records.live if records else ()
    return [(each.system, str(each.since), each.assumed) for each in live]


def _designated(inventory: Inventory) -> dict[str, str]:
    return {
        each.id: str(each.designated.completion)
        for each in inventory.file.systems
        if each.designated
    }


def test_plan_of_the_first_day_reaches_to_the_later_deadline(tmp_path: Path) -> None:
    """All that are not live are designated: no error, and the later deadline holds."""
    begun = call("init", tmp_path, "--name", "x", "--live", "juki=2026-01")
    assert begun.code == 0, begun.err
    told = " ".join(begun.err.split())
    assert "The general deadline 2026-03-31 is past, so 19 systems" in told
    assert "progress.yaml; schemas/ (for editors)" in told
    found = call("check", "-w", tmp_path, "--as-of", "2026-11-21")
    assert "0 errors" in found.err
    assert found.out.count("[STD310]") == 19
    planned = call("plan", "-w", tmp_path, "--as-of", "2026-11-21", "--format", "json")
    assert '"deadline": "2031-03-31"' in planned.out
    assert _live(_inventory(tmp_path)) == [("juki", "2026-01-01", False)]


def test_before_the_deadline_nothing_is_proposed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The general deadline can still be kept, so nobody is taken for designated."""
    monkeypatch.setattr(horizon, "today", lambda: date(2026, 3, 31))
    assert call("init", tmp_path, "--name", "x").code == 0
    assert _designated(_inventory(tmp_path)) == {}
    assert not (tmp_path / "progress.yaml").exists()


def test_unknown_days_are_marked_as_assumed(tmp_path: Path) -> None:
    """Live without a day: the deadline stands for it, and the plan says so."""
    options = ("--live", "juki", "--live", "all=R8.2.2", "--designated", "none")
    begun = call("init", tmp_path, "--name", "x", *options)
    assert begun.code == 0, begun.err
    inventory = _inventory(tmp_path)
    assert _live(inventory)[0] == ("juki", "2026-03-31", True)
    assert {since for _, since, _ in _live(inventory)[1:]} == {"2026-02-02"}
    assert "write the days from which systems are live" in begun.out
    assumptions = call("plan", "-w", tmp_path, "--assumptions").out
    assert "1 system is live since a day that is not known" in assumptions


def test_list_says_what_is_live_and_designated(tmp_path: Path) -> None:
    """Clear headings are read; a day before the law and vague words are reported."""
    table = tmp_path / "list.csv"
    table.write_text(LIST, encoding="utf-8")
    town = tmp_path / "town"
    begun = call("import", "inventory", table, "-w", town, "--name", "x", "--yes")
    assert begun.code == 0, begun.err
    inventory = _inventory(town)
    assert _live(inventory) == [
        ("juki", "2026-01-05", False),
        ("inkan", "2026-02-01", False),
        ("koseki", "2026-03-31", True),
    ]
    designated = _designated(inventory)
    assert (designated["kojin"], designated["kenko"]) == ("2028-03-31", "None")
    # A system in the list that is neither stays as it is; those not in it are proposed.
    assert "kotei" not in designated
    assert len(designated) == 16
    cutovers = {each.id: each.cutover for each in inventory.file.systems}
    assert (cutovers["kojin"], cutovers["kotei"]) == (None, date(2028, 1, 1))
    assert "list.csv:4:7: warning[STD023] 2018-04-01 lies before the law" in begun.err
    assert "'概ね完了' does not say clearly whether it is live" in begun.err
    assert "read as the planned completion of a designated system" in begun.out


def test_list_makes_systems_of_a_workspace_designated(tmp_path: Path) -> None:
    """Into a workspace that is there: designations go in, live systems are told."""
    table = tmp_path / "list.csv"
    table.write_text(LIST, encoding="utf-8")
    town = tmp_path / "town"
    assert call("init", town, "--name", "x", "--designated", "none").code == 0
    brought = call("import", "inventory", table, "-w", town, "--yes")
    assert brought.code == 0, brought.err
    assert "    Designated system: (nothing) -> {completion: 2028-03-31}" in brought.out
    told = " ".join(brought.err.split())
    assert "live according to the list; write them into" in told
    assert told.replace(" ", "").count("juki,inkan,koseki") == 1
    assert _designated(_inventory(town)) == {"kojin": "2028-03-31", "kenko": "None"}
    again = call("import", "inventory", table, "-w", town, "--yes")
    assert "says all of this already" in again.out


def test_all_live_leaves_nothing_to_designate(tmp_path: Path) -> None:
    """Who has everything live is not asked for designated systems."""
    answers = ("町", "", "", "", "all", "R8.1", "")
    code, shown = converse("init", answers=answers, cwd=tmp_path)
    assert code == 0, shown
    assert "Question 6/7: Which of the others are DESIGNATED systems?" in shown
    assert "  None: all systems are live." in shown
    assert _designated(_inventory(tmp_path)) == {}


def test_editor_finds_the_schemas_of_every_file(tmp_path: Path) -> None:
    """The modeline of each file leads to a schema beside it."""
    assert call("init", tmp_path, "--name", "x", "--live", "juki").code == 0
    files = sorted(tmp_path.glob("*.yaml"))
    assert len(files) == 4
    for file in files:
        lines = file.read_text(encoding="utf-8").splitlines()
        (line,) = [each for each in lines if "yaml-language-server" in each]
        assert (tmp_path / line.partition("$schema=")[2]).is_file()
        assert lines[lines.index(line) + 1].startswith("schema: stdmig.")


def test_schemas_that_are_no_folder_are_in_the_way(tmp_path: Path) -> None:
    """A file of that name is somebody's; nothing is written."""
    (tmp_path / "schemas").write_text("mine", encoding="utf-8")
    result = call("init", tmp_path, "--name", "x")
    assert result.code == 2
    assert "schemas exists already" in result.err
    assert [each.name for each in tmp_path.iterdir()] == ["schemas"]
