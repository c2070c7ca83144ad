"""What users install is under licences that let them (ライセンス)."""

from __future__ import annotations

import pytest

from scripts.licences import Row, faults_of, groups_of, is_allowed, rows_of
from scripts.offline.licence import Licence
from tests.test_pins import PROJECT


def _row(licence: str, *groups: str, version: str = "1.0", text: bool = True) -> Row:
    return Row("a", version, Licence(licence, "License"), text, groups)


@pytest.mark.parametrize(
    "name",
    [
        "MIT",
        "MIT License",
        "Apache-2.0 OR GPL-3.0-or-later",
        "BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0",
        "MIT License, BSD License",
    ],
)
def test_licences_that_ask_for_no_more_than_a_notice_are_allowed(name: str) -> None:
    """Of a choice one is enough; of several together each must be allowed."""
    assert is_allowed(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "LGPL-2.0-or-later",
        "Mozilla Public License 2.0 (MPL 2.0)",
        "MIT AND MPL-2.0",
        "MIT License, GNU General Public License (GPL)",
        "(MIT OR GPL-2.0-only) AND GPL-3.0-only",
        "GPL-3.0-or-later WITH GCC-exception-3.1",
    ],
)
def test_other_licences_are_for_a_person_to_judge(name: str) -> None:
    """What is unknown, bracketed or an exception is not allowed by itself."""
    assert not is_allowed(name)


def test_what_users_install_is_judged_and_tools_are_not() -> None:
    """A tool of developers may be under the LGPL, since it is never handed on."""
    assert list(faults_of([_row("LGPL-2.0-or-later", "outside", "dev")])) == []
    rows = [
        _row("LGPL-2.0-or-later", "dev", "runtime"),
        _row("", "pdf"),
        _row("MIT", "level", version=""),
        _row("MIT", "runtime", text=False),
    ]
    assert list(faults_of(rows)) == [
        "a 1.0: LGPL-2.0-or-later",
        "a 1.0: no licence",
        "a is not installed here: nothing can be told of it",
        "a 1.0 holds no text of its licence",
    ]


def test_what_a_library_needs_is_listed_with_who_needs_it() -> None:
    """MarkupSafe comes with Jinja2; what the needs of other systems are, does not."""
    groups = {
        "runtime": ["jinja2", "no-such-library; sys_platform == 'no-such-system'"],
        "dev": ["markupsafe", "no-such-library"],
    }
    found = {row.name: row for row in rows_of(groups)}
    assert found.keys() == {"jinja2", "markupsafe", "no-such-library"}
    assert found["markupsafe"].groups == ("runtime", "dev")
    assert found["markupsafe"].has_text
    assert found["jinja2"].licence == Licence("BSD License", "Classifier")
    assert found["no-such-library"].version == ""


def test_libraries_that_are_here_may_be_handed_on() -> None:
    """Those with which these tests run are among what users install."""
    here = [row for row in rows_of(groups_of(PROJECT)) if row.version]
    assert list(faults_of(here)) == []
    assert {"networkx", "numpy", "pydantic", "typer"} <= {row.name for row in here}
