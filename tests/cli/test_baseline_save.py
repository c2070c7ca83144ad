"""``stdmig baseline``: the plan of a day is kept, and never changed (基準計画)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from stdmig.workspace import Request, open_workspace
from tests.command import Result, call, run
from tests.helpers import ROOT

TOWN = ROOT / "examples" / "designated-town"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Return a folder with the files of a town that has begun."""
    for file in TOWN.glob("*.yaml"):
        shutil.copy(file, tmp_path / file.name)
    return tmp_path


def _run(town: Path, *words: str, lang: str = "en") -> Result:
    return run("baseline", *words, cwd=town, lang=None, env={"STDMIG_LANG": lang})


def test_save_keeps_what_is_planned(town: Path) -> None:
    """Live systems and tasks that are over are not in it; the rest is as planned."""
    result = _run(town, "save", "--as-of", "2026-10-01", "--note", "第1回: 本部")
    assert (result.code, result.out) == (
        0,
        "baselines.yaml: 1 plan is added\n"
        "  + r8-10-01 as of 2026-10-01 (new)\n"
        "    13 cutovers, from 2028-01-04 to 2030-01-04\n"
        "    91 tasks\n"
        "    第1回: 本部\n",
    )
    inventory, faults = open_workspace(Request(town))
    assert inventory is not None, faults
    assert inventory.baselines is not None
    (kept,) = inventory.baselines.baselines
    assert {each.system for each in kept.cutovers}.isdisjoint(
        each.system for each in TOWN_LIVE
    )
    over = {"1", "4@midori", "12@juki", "17@senkyo"}
    assert over.isdisjoint(each.task for each in kept.tasks)
    assert {"5@zei", "12@kokuho", "13@juki"} <= {each.task for each in kept.tasks}


TOWN_LIVE = open_workspace(Request(TOWN))[0].progress.live  # type: ignore[union-attr]


def test_a_kept_plan_is_never_changed(town: Path) -> None:
    """An id that is taken is refused, whatever the plan says now."""
    assert _run(town, "save", "--as-of", "2026-10-01").code == 0
    before = (town / "baselines.yaml").read_bytes()
    result = _run(town, "save", "--as-of", "2026-10-01")
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith(
        "error: a plan 'r8-10-01' is kept already, and is never changed\n"
        "  keep this one under another id, such as --id r8-10-01-2\n"
    )
    assert (town / "baselines.yaml").read_bytes() == before
    second = _run(town, "save", "--as-of", "R8.11.1", "--id", "本部-2")
    assert second.code == 0
    after = (town / "baselines.yaml").read_bytes()
    assert after.startswith(before)
    listed = _run(town, "list")
    assert listed.out == (
        "2 kept plans\n"
        "  id        as of       cutovers  tasks\n"
        "  r8-10-01  2026-10-01        13     91\n"
        "  本部-2    2026-11-01        13     91\n"
        "The last one counts: 'stdmig status' compares with it.\n"
    )


def test_the_same_plan_gives_the_same_bytes(town: Path, tmp_path: Path) -> None:
    """Neither the clock nor the reader's language is in the file."""
    found = set()
    for lang in ("ja", "en"):
        assert _run(town, "save", "--as-of", "2026-10-01", lang=lang).code == 0
        found.add((town / "baselines.yaml").read_bytes())
        (town / "baselines.yaml").unlink()
    assert len(found) == 1
    (data,) = found
    assert "    as_of: 令和8年10月1日\n".encode() in data


def test_ids_and_dry_run(town: Path) -> None:
    """What cannot be an id is refused; a dry run writes nothing; ISO where wanted."""
    result = _run(town, "save", "--as-of", "2026-10-01", "--id", "a b")
    assert (result.code, result.err) == (
        2,
        "error: 'a b' cannot be an id: no spaces and none of @ : , are allowed, and at"
        " most 100 characters\n",
    )
    dry = _run(town, "save", "--as-of", "2026-10-01", "--dry-run", "--dates", "iso")
    assert dry.code == 0
    assert "  + 2026-10-01 as of 2026-10-01 (new)\n" in dry.out
    assert dry.err.endswith("nothing was written (--dry-run)\n")
    assert not (town / "baselines.yaml").exists()


def test_nothing_is_kept_yet(town: Path) -> None:
    """An empty list says so, and how to keep a plan."""
    result = _run(town, "list")
    assert (result.code, result.out) == (0, "No plan is kept yet.\n")
    assert result.err == "keep one with: stdmig baseline save\n"


@pytest.mark.parametrize("id_", ["a\udcffb", "a\x1bb"])
def test_id_that_no_file_can_hold_is_refused(id_: str, tmp_path: Path) -> None:
    """Bytes that are no text, and controls, are a usage error and not a crash."""
    result = call("baseline", "save", "--id", id_, "-w", tmp_path)
    assert result.code == 2
    assert result.err.startswith("error: 'a\ufffdb' cannot be an id: no spaces and")
    assert list(tmp_path.iterdir()) == []
