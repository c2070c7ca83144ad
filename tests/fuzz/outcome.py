"""How a command ended on an input, and what is wrong with that (終わり方の検査)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.command import Result, call
from tests.fuzz import files as folder
from tests.fuzz.commands import Line
from tests.fuzz.files import Files
from tests.fuzz.readable import unreadable, unreadable_folder

_PLACED = re.compile(
    r"^ *[^\n:]*[^\n:/]\.(yaml|csv|xlsx)(:\d+:\d+|\[[^\n]*\]![A-Z]+\d+)?: "
    # A folder may be named 12:30.
    r"|^ *[^\n]*\.(yaml|csv|xlsx):\d+:\d+: ",
    re.MULTILINE,
)
_SCREENS = {"text", "markdown", "mermaid", "dot"}


class Outcome(NamedTuple):
    """
    How a command ended.

    Attributes
    ----------
    wrong
        What must not be, a sentence each.
    """

    result: Result
    wrong: tuple[str, ...]


def outcome(line: Line, *, again: bool = False) -> Outcome:
    """
    Run a command in the current folder and return how it ended.

    Parameters
    ----------
    again
        Whether it is run a second time, to hold the two results together.
    """
    before = folder.read(Path("w")) if line.changes else {}
    result = call(*line.words)
    wrong = [*_wrong(line, result)]
    if line.changes:
        wrong += _changed(before, folder.read(Path("w")), result)
    elif again and line.output is None and call(*line.words) != result:
        wrong.append("the same command gave something else the second time")
    return Outcome(result, tuple(wrong))


def _wrong(line: Line, result: Result) -> Iterator[str]:
    told = result.stderr.decode("utf-8", "replace")
    if "Traceback" in told:
        yield "a traceback: " + told.strip().splitlines()[-1]
    if result.code not in (0, 1, 2):
        yield f"exit code {result.code}"
        return
    if result.code == 1 and line.words[0] != "check":
        yield "exit code 1 of a command other than check"
    if unsafe := unreadable("text", result.stderr):
        yield f"stderr: {unsafe}"
    if result.code == 2:
        yield from _unplaced(line, result, told)
    if result.code != 2 or line.words[0] == "check":
        yield from _unread(line, result)
    if line.words[0] == "check" and line.format == "json":
        yield from _miscounted(line, result)


def _unplaced(line: Line, result: Result, told: str) -> Iterator[str]:
    """Yield that nothing says where the fault is."""
    if line.words[0] == "check":
        if line.format == "text":
            told += result.stdout.decode("utf-8", "replace")
        elif line.format == "json":
            return
    found = _PLACED.search(told)
    if line.words[0] != "check" and not found:
        if not (line.asks and re.search("^error: ", told, re.MULTILINE)):
            yield f"no place is told: {told[:300]!r}"
    elif line.words[0] == "check" and line.format == "text" and not found:
        yield f"no place is told: {told[:300]!r}"


def _unread(line: Line, result: Result) -> Iterator[str]:
    data = result.stdout
    if line.output is not None:
        path = Path(line.output)
        if path.is_dir():
            if wrong := unreadable_folder(path):
                yield wrong
            return
        if not path.exists():
            yield f"nothing was written to {line.output}"
            return
        data = path.read_bytes()
    if line.format not in _SCREENS and not data and line.format != "github":
        yield "there is no result"
    elif data and (wrong := unreadable(line.format, data)):
        yield wrong


def _miscounted(line: Line, result: Result) -> Iterator[str]:
    """Yield that the exit code and the findings do not go together."""
    try:
        document = json.loads(result.stdout)
    except ValueError:
        return
    if result.code == 2:
        if not document["findings"]:
            yield "exit code 2 without a finding"
        for each in document["findings"]:
            if not each["location"]["file"] or each["location"]["line"] < 1:
                yield f"a fault without a place: {each['message']}"
        return
    fail_on = "error"
    if "--fail-on" in line.words:
        fail_on = line.words[line.words.index("--fail-on") + 1]
    counted = {"error": ["error"], "warning": ["error", "warning"], "never": []}
    fails = any(
        each["severity"] in counted[fail_on] and each["suppression"] is None
        for each in document["findings"]
    )
    if result.code != int(fails):
        yield f"exit code {result.code} with findings at {fail_on}: {fails}"


def _changed(before: Files, after: Files, result: Result) -> Iterator[str]:
    """Yield that files were lost, left over or half written."""
    if lost := set(before) - set(after):
        yield f"lost: {sorted(lost)}"
    made = {name for name in after if name not in before}
    changed = {name for name in before if after.get(name) != before[name]} | made
    if odd := [name for name in made if not name.endswith(".yaml")]:
        yield f"left over: {odd}"
    # Chosen starts and steps are saved as far as they can be; the rest is told.
    if result.code == 2 and changed and b"written: " not in result.stderr:
        yield f"exit code 2, and yet changed: {sorted(changed)}"
    if len(changed) > 1:
        yield f"more than one file changed: {sorted(changed)}"
    if changed:
        checked = call("check", "-w", "w")
        if checked.code not in (0, 1):
            yield f"after it the workspace cannot be read: {checked.out[:300]}"
