"""What a page may leave out of an output, and what not."""

from __future__ import annotations

import pytest

from tests.docs.outputs import matches, updated

ACTUAL = ["one", "two", "three", "four", "five"]


@pytest.mark.parametrize(
    "expected",
    [
        ACTUAL,
        ["one", "…"],
        ["…", "five"],
        ["one", "…", "three", "…", "five"],
        ["one", "two", "…", "five"],
    ],
)
def test_output_with_omissions_is_the_same(expected: list[str]) -> None:
    """A line of … stands for one or more lines, at either end or between."""
    assert matches(expected, ACTUAL)
    assert updated(expected, ACTUAL) == expected


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        (["one"], ACTUAL),
        ([], ACTUAL),
        (["one", "two", "…", "three", "four", "five"], None),
        (["uno", "…"], ["one", "…"]),
        (["one", "…", "thre", "…", "cinque"], ["one", "…", "three", "…", "five"]),
        (["two", "…", "five"], ["one", "…", "five"]),
    ],
)
def test_output_that_differs_is_written_anew(
    expected: list[str], written: list[str] | None
) -> None:
    """A page that is brought up to date leaves out what it left out before."""
    assert not matches(expected, ACTUAL)
    if written is not None:
        assert updated(expected, ACTUAL) == written
        assert matches(written, ACTUAL)
