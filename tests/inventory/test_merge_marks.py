"""What git leaves where it could not merge two versions (競合の印)."""

from __future__ import annotations

import pytest

from stdmig.inventory import Source
from stdmig.inventory.merge_marks import TAKE_ONE
from stdmig.inventory.yaml_events import parse
from tests.helpers import ENGLISH

MERGED = """\
schema: stdmig.systems/1
contracts:
  - id: tax
<<<<<<< HEAD
    end: 2027-03-31
=======
    end: 2026-03-31
>>>>>>> theirs
    notice_months: 6
<<<<<<< HEAD
  - id: koseki
||||||| 1a2b3c4
=======
  - id: juki
>>>>>>> theirs
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_each_conflict_is_told_for_what_it_is(end: str, mark: bytes) -> None:
    """Where it begins, and what to do: not what the parser makes of the marks."""
    data = mark + MERGED.replace("\n", end).encode()
    document, faults = parse(Source("systems.yaml", data))
    assert document is None
    assert [
        (each.code, each.location.line, each.location.column) for each in faults
    ] == [("STD002", 4, 1), ("STD002", 10, 1)]
    told = "git could not merge two versions of this place"
    assert {each.message.into(ENGLISH) for each in faults} == {told}
    assert {each.help for each in faults} == {TAKE_ONE}


def test_marks_in_a_text_are_text() -> None:
    """Where the file can be read, nothing is wrong with it."""
    written = "note: |\n  <<<<<<< HEAD\n  >>>>>>> theirs\n"
    document, faults = parse(Source("systems.yaml", written.encode()))
    assert document is not None
    assert faults == []


def test_one_mark_alone_is_no_conflict() -> None:
    """Without its end it is a line like any other, and told as the parser does."""
    written = "schema: stdmig.systems/1\n<<<<<<< HEAD\nend: 2027-03-31\n"
    _, faults = parse(Source("systems.yaml", written.encode()))
    assert [each.message.into(ENGLISH)[:15] for each in faults] == ["not valid YAML:"]
