"""Names typed at the command line, in any width and however many (名前の入力)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command import call

TOWN = """\
schema: stdmig.systems/1
municipality: {name: 見本町, lead_section: 企画課}
systems:
  - id: juki
    units:
"""


@pytest.mark.parametrize("word", ["ＫＯＪＩＮ", "個人住民税 ", "kojin"])
def test_system_is_explained_in_any_width(word: str) -> None:
    """What a Japanese keyboard makes of an id is the system all the same."""
    result = call("explain", word, "--sample", "--format", "json")
    assert result.code == 0, result.err
    assert (
        result.stdout == call("explain", "kojin", "--sample", "--format", "json").stdout
    )


def test_rule_is_explained_in_any_width() -> None:
    """A code in full-width letters is the code."""
    result = call("explain", "ｓｔｄ２０１")
    assert result.out.startswith("STD201 contract-ends-before-cutover")


def test_work_item_is_explained_by_half_width_kana() -> None:
    """An item is found as it is typed on a machine with half-width kana."""
    result = call("explain", "kojin", "ﾃﾞｰﾀ移行", "--sample", "--format", "json")
    assert result.code == 0, result.err
    assert [each["id"] for each in json.loads(result.out)["tasks"]] == ["14@kojin"]


def test_section_is_taken_without_its_blanks() -> None:
    """Blanks around a name, full-width ones too, do not make it another one."""
    result = call("plan", "--sample", "--section", "\u3000税務課 ")
    assert result.code == 0, result.err
    assert result.out.startswith("Aira City (sample): migration plan (税務課)")


def test_hundreds_of_known_words_are_told_up_to_a_limit(tmp_path: Path) -> None:
    """Of hundreds of sections the first are named, and the others counted."""
    sections = "".join(f"      - {{section: 第{n}係}}\n" for n in range(300))
    (tmp_path / "systems.yaml").write_text(TOWN + sections, encoding="utf-8")
    result = call("plan", "-w", tmp_path, "--section", "zzzz")
    assert result.code == 2
    told = result.err.splitlines()
    assert told[0] == "error: no unit belongs to a section 'zzzz'"
    assert told[1].startswith("  known here: 第0係, 第1係, ")
    assert told[1].endswith("第19係, 280 more")
