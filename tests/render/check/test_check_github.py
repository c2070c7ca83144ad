"""Annotations of a workflow: ten of a kind, the worst first, escaped (GitHubの注釈)."""

from __future__ import annotations

import re
from pathlib import Path

from stdmig.diagnostics import Severity
from stdmig.render.check.github import check_github
from stdmig.render.one_line import one_line
from stdmig.words import Style
from tests.render.check.runs import (
    ACCEPTED,
    BASELINE,
    HOSTILE,
    entry,
    faulty_run,
    hostile_run,
    run_of,
    sample_run,
)

EN = Style.of("en")

_COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def _read(line: str) -> tuple[str, dict[str, str], str]:
    """Return a command as a runner of GitHub reads it: kind, properties, message."""
    found = _COMMAND.fullmatch(line)
    assert found is not None, line
    kind, written, message = found.groups()
    properties = dict(each.split("=", 1) for each in written.split(","))
    return kind, {key: _value(each) for key, each in properties.items()}, _text(message)


def _text(escaped: str) -> str:
    return escaped.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def _value(escaped: str) -> str:
    return _text(escaped.replace("%3A", ":").replace("%2C", ","))


def test_annotation_names_place_and_cure() -> None:
    """A finding is one line with its file, its rule, its fact and its cure."""
    assert check_github(run_of(entry("甲")), EN) == (
        "::error file=data/systems.yaml,line=3,col=5,"
        "title=STD201 a contract ends before the cutover::"
        "甲: 365 days%0Aof 甲%0Adata/systems.yaml:1:2: first 甲%0AWhat to do: ask 甲\n"
    )


def test_file_elsewhere_is_told_in_words() -> None:
    """What is not in the repository cannot be annotated, and is named instead."""
    for file in ("sample:systems.yaml", "/etc/systems.yaml", "../x/systems.yaml"):
        _, properties, message = _read(
            check_github(run_of(entry("甲", file=file)), EN).removesuffix("\n")
        )
        assert properties.keys() == {"title"}
        assert message.startswith(f"{file}:3:5: 甲: 365 days\n")


def test_no_name_becomes_a_command_of_its_own() -> None:
    """Hostile names stay in their line, and come out as they went in."""
    lines = check_github(hostile_run(), EN).splitlines()
    assert len(lines) == 11
    for name, line in zip(HOSTILE, lines[:10], strict=False):
        kind, _, message = _read(line)
        assert kind == "error"
        assert message.split("\n")[0] == f"{one_line(name)}: 365 days"


def test_hostile_path_stays_one_property() -> None:
    """Percent signs, colons, commas and line breaks of a path are escaped."""
    odd = entry("甲", file="data/100%,a:b\n.yaml")
    line = check_github(run_of(odd), EN)
    assert "file=data/100%25%2Ca%3Ab%0A.yaml,line=3," in line
    assert _read(line.removesuffix("\n"))[1]["file"] == "data/100%,a:b\n.yaml"


def _many(**numbers: int) -> list[tuple[str, str]]:
    """Return kind and message of a run with so many findings of each severity."""
    entries = [
        entry(f"{key} {number}", severity=Severity[key.upper()])
        for key in ("note", "warning", "error")
        for number in range(numbers.get(key, 0))
    ]
    read = map(_read, check_github(run_of(*entries), EN).splitlines())
    return [(kind, message.split("\n")[0]) for kind, _, message in read]


def test_ten_of_each_kind_are_all_shown() -> None:
    """What GitHub shows is written, the worst first, and nothing is counted."""
    found = _many(error=10, warning=10, note=10)
    assert [kind for kind, _ in found] == ["error"] * 10 + ["warning"] * 10 + [
        "notice"
    ] * 10
    assert found[0] == ("error", "error 0: 365 days")


def test_what_github_drops_is_counted() -> None:
    """The first ten of each kind stand; a notice says how many more there are."""
    found = _many(error=12, warning=11, note=10)
    assert [kind for kind, _ in found].count("error") == 10
    assert [kind for kind, _ in found].count("warning") == 10
    # The count is itself a notice, so that a tenth note would push it out.
    assert [kind for kind, _ in found].count("notice") == 10
    assert found[-1] == (
        "notice",
        "4 more findings are not shown here: GitHub shows 10 of a kind in a step",
    )


def test_one_that_is_dropped_is_counted_in_the_singular() -> None:
    """A single one is one finding."""
    assert _many(error=11)[-1][1] == (
        "1 more finding is not shown here: GitHub shows 10 of a kind in a step"
    )


def test_findings_that_do_not_count_are_left_out() -> None:
    """An accepted finding and one of the baseline annotate nothing."""
    run = run_of(
        entry("甲", suppression=ACCEPTED),
        entry("乙", suppression=BASELINE),
        entry("丙"),
    )
    (line,) = check_github(run, EN).splitlines()
    assert "丙: 365 days" in line


def test_faults_are_annotated_where_they_stand(tmp_path: Path) -> None:
    """A file that cannot be read has an error at its line and column."""
    read = [*map(_read, check_github(faulty_run(tmp_path), EN).splitlines())]
    places = [(each["file"], each["line"], each["col"]) for _, each, _ in read]
    assert ("systems.yaml", "3", "1") in places
    assert {kind for kind, _, _ in read} == {"error"}
    assert any("What to do: did you mean 'systems'?" in each for _, _, each in read)


def test_nothing_found_is_nothing_written() -> None:
    """A clean check annotates nothing."""
    assert check_github(run_of(), EN) == ""


def test_sample_keeps_to_the_limits() -> None:
    """Three errors, ten of twenty warnings, and how many are left."""
    read = [_read(line) for line in check_github(sample_run(), EN).splitlines()]
    assert [kind for kind, _, _ in read] == (
        ["error"] * 3 + ["warning"] * 10 + ["notice"]
    )
    assert read[-1][2].startswith("10 more findings")
