"""Every command on consoles of every kind: no crash, nothing lost (全コマンド)."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from stdmig.inventory import Source, Sources
from stdmig.words import LANGUAGES, Language
from stdmig.workspace.papers import PAPERS
from tests.cli.every_command import Leaf, groups, leaves, pages, variants
from tests.cli.odd_console import outcomes
from tests.command import Result
from tests.hostile import ACTING, hostile_workspace
from tests.intake.ugly_list import ugly_csv

PAGES = [(*path, option) for path in pages() for option in ("--help", "-h")]
SAMPLES = [line for leaf in leaves() for line in variants(leaf)]
MISTAKES: list[tuple[str, ...]] = [
    *((*path, "--no-such-option") for path in pages()),
    *((*path, "no-such-command") for path in groups()),
    *((*leaf.path, "--as-of") for leaf in leaves() if leaf.has("--as-of")),
    *((*leaf.path, "-w", "b\udcff") for leaf in leaves() if leaf.has("--workspace")),
    *((*leaf.path, "--lang", "—〜𠮷") for leaf in leaves()),
]


_WITHOUT_DAYS = {leaf.path[:2] for leaf in leaves() if not leaf.has("--as-of")}
_EXCEL_IN_CP932 = ("export", "inventory", "--sample", "--encoding", "cp932")
"""A workbook has no encoding to choose: this is told, with code 2."""


_LACKING = {
    ("export", paper.name)
    for paper in PAPERS
    if paper.needs and find_spec(paper.needs[1]) is None
}
"""Papers whose optional part is not there: this is told, with code 2."""


def _hostile() -> list[tuple[str, ...]]:
    """Return the lines about the sample as lines about the current folder."""
    found = []
    for line in SAMPLES:
        if "--sample" in line:
            at = line.index("--sample")
            day = () if line[:2] in _WITHOUT_DAYS else ("--as-of", "2021-10-01")
            words = (*line[:at], "-w", ".", *day, *line[at + 1 :])
            found.append(tuple("s18" if word == "kojin" else word for word in words))
    return found


def _is_for_people(line: tuple[str, ...]) -> bool:
    """Return whether a result is text in the console's own encoding."""
    machines = line[0] in ("export", "schema", "completion")
    return not machines and not {"--format", "--encoding"} & {*line}


def _write(sources: Sources, folder: Path) -> None:
    for each in sources:
        if isinstance(each, Source) and "stdmig:" not in each.name:
            (folder / each.name).write_bytes(each.data)


def _faults(lines: list[tuple[str, ...]], results: list[Result], encoding: str) -> str:
    """Return what is wrong with how command lines ended, a line each."""
    found = []
    for line, result in zip(lines, results, strict=True):
        told = result.stderr.decode(encoding)
        if _is_for_people(line) or line[-1] in ("--help", "-h"):
            told += result.stdout.decode(encoding)
        if result.code not in (0, 1, 2) or "Traceback" in told:
            found.append(f"{' '.join(line)}: {result.code} {told[-400:]}")
        if result.code == 1 and line[0] != "check":
            found.append(f"{' '.join(line)}: 1")
    return "\n".join(found)


@pytest.mark.parametrize("encoding", ["cp932", "ascii", "cp437"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_help_and_mistakes_on_odd_consoles(
    encoding: str, language: Language, tmp_path: Path
) -> None:
    """Every help page is shown, and every mistake told, whatever the console lacks."""
    lines = [*PAGES, *MISTAKES]
    results = outcomes(lines, encoding, language, tmp_path)
    assert _faults(lines, results, encoding) == ""
    codes = [result.code for result in results]
    assert codes == [0] * len(PAGES) + [2] * len(MISTAKES)
    assert all(result.stdout for result in results[: len(PAGES)])
    if encoding == "cp932":
        shown = b"".join(result.stdout for result in results[: len(PAGES)])
        assert b"\\u" not in shown
        told = results[-1].stderr.decode("cp932")
        # The dash is shown by its twin; what has none, by its code point.
        assert "―～\\U00020bb7" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_on_a_cp932_console(language: Language, tmp_path: Path) -> None:
    """Every command and format works there as it does elsewhere."""
    (tmp_path / "list.csv").write_bytes(ugly_csv())
    results = outcomes(SAMPLES, "cp932", language, tmp_path)
    assert _faults(SAMPLES, results, "cp932") == ""
    for line, result in zip(SAMPLES, results, strict=True):
        if line == _EXCEL_IN_CP932 or line[:2] in _LACKING:
            assert (result.code, result.stdout) == (2, b"")
        elif "--sample" in line:
            assert result.code == (line[0] == "check" and "never" not in line), line


@pytest.mark.parametrize("encoding", ["ascii", "cp437"])
def test_commands_on_a_console_without_japanese(encoding: str, tmp_path: Path) -> None:
    """Even a console that knows no Japanese gets every result."""
    (tmp_path / "list.csv").write_bytes(ugly_csv())
    lines = [next(variants(leaf)) for leaf in leaves()]
    results = outcomes(lines, encoding, "ja", tmp_path)
    assert _faults(lines, results, encoding) == ""
    assert all(result.stdout or result.stderr for result in results)


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_names_on_a_cp932_console(language: Language, tmp_path: Path) -> None:
    """Names that no console holds crash no command."""
    _write(hostile_workspace(), tmp_path)
    supposed = "schema: stdmig.scenarios/1\nscenarios: [{id: stay, name: ～𠮷}]\n"
    (tmp_path / "scenarios.yaml").write_text(supposed, encoding="utf-8")
    lines = _hostile()
    results = outcomes(lines, "cp932", language, tmp_path)
    assert _faults(lines, results, "cp932") == ""
    for line, result in zip(lines, results, strict=True):
        lacking = line[-1] == "cp932" or line[:2] in _LACKING
        assert result.code != 2 or lacking, line


_READ_BACK = {("export", "inventory"), ("export", "steps")}
"""Lists that are imported again: every name stands there to the character."""


def test_no_name_acts_on_who_reads_it(tmp_path: Path) -> None:
    """No line on either stream is turned around, and no control reaches a terminal."""
    _write(hostile_workspace(), tmp_path)
    lines = [line for line in _hostile() if line[:2] not in _READ_BACK]
    results = outcomes(lines, "utf-8", "en", tmp_path)
    acting = []
    for line, result in zip(lines, results, strict=True):
        told = result.stderr
        if not result.stdout.startswith((b"PK", b"%PDF")):
            told += result.stdout
        found = ACTING.search(told.decode("utf-8", "replace").replace("\r\n", "\n"))
        if found is not None:
            acting.append(f"{' '.join(line)}: U+{ord(found[0]):04X}")
    assert acting == []


_REPORTED = {("progress", "steps")}
"""``--as-of`` is the day of a report, written as the file writes days."""

_LISTED = {("baseline", "list")}
"""Days of kept plans are listed, whatever day it is."""


@cache
def _leaves() -> tuple[Leaf, ...]:
    return tuple(leaves())


@pytest.mark.parametrize("leaf", _leaves(), ids=lambda leaf: " ".join(leaf.path))
def test_what_shows_days_lets_their_calendar_be_chosen(leaf: Leaf) -> None:
    """Whoever may say from which day to look may say how days are written."""
    assert leaf.has("--lang")
    if leaf.path not in (*_REPORTED, *_LISTED):
        assert leaf.has("--dates") == leaf.has("--as-of")
