"""Read the findings that a check is not to count (基準ファイル)."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from stdmig.diagnostics import Diagnostic, Location, Severity
from stdmig.inventory import Inventory
from stdmig.inventory.quoted import quoted
from stdmig.inventory.source import MAX_BYTES
from stdmig.rules import Baseline, Known
from stdmig.words import Text, text
from stdmig.workspace.read import read_input
from stdmig.workspace.refusal import UnfitError, refusal

SCHEMA = "stdmig.baseline/1"
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_CODE = re.compile(r"STD[0-9]{3}")


class _Unusable(ValueError):
    """Something is wrong with the file; the first thing that is ends the reading."""

    def __init__(self, message: Text, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.message, self.line, self.column = message, line, column


def open_baseline(
    file: Path | None, inventory: Inventory | None
) -> tuple[Baseline | None, list[Diagnostic]]:
    """
    Read a baseline.

    Parameters
    ----------
    file
        As the user named it; None where none is wanted.
    inventory
        Whose findings it is to hold; None where that is not known.

    Returns
    -------
    The baseline, or None, and what is wrong with it (``STD018``).
    """
    if file is None:
        return None, []
    name = file.as_posix()
    try:
        document = _document(file)
        if inventory is not None:
            _check_owner(document, inventory)
        listed = enumerate(_list(document), start=1)
        entries = tuple(_known(entry, number) for number, entry in listed)
        _check_unique(entries)
    except _Unusable as error:
        where = Location(name, error.line, error.column)
        help_ = text("write it anew with --write-baseline, or take another file")
        return None, [Diagnostic("STD018", error.message, where, help_)]
    return Baseline(name, entries), []


def _document(file: Path) -> dict[str, Any]:
    document = _parsed(_bytes(file))
    if not isinstance(document, dict) or "schema" not in document:
        raise _Unusable(text("this is no baseline: it has no 'schema'"))
    if document["schema"] != SCHEMA:
        raise _Unusable(
            text(
                "this file says schema '{value}'; this version reads {expected}",
                value=quoted(document["schema"]),
                expected=f"'{SCHEMA}'",
            )
        )
    return document


def _bytes(file: Path) -> bytes:
    try:
        return read_input(file, MAX_BYTES)
    except UnfitError as error:
        raise _Unusable(error.why) from None
    except OSError as error:
        why = refusal(error)
        raise _Unusable(text("cannot be read: {why}", why=why)) from None


def _parsed(data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        message = text("this is not valid JSON")
        raise _Unusable(message, error.lineno, error.colno) from None
    except (ValueError, RecursionError):
        # No UTF-8, a number with thousands of digits, or lists in lists without end.
        raise _Unusable(text("this is not valid JSON")) from None


def _check_owner(document: dict[str, Any], inventory: Inventory) -> None:
    """Refuse what was written for somebody else: ids are much the same everywhere."""
    owner, name = document.get("municipality"), inventory.municipality.name
    if owner is None:
        raise _Unusable(text("it does not say for whom it was written"))
    if owner != name:
        raise _Unusable(
            text(
                "it was written for '{owner}', and this is {name}",
                owner=quoted(owner),
                name=name,
            )
        )


def _list(document: dict[str, Any]) -> list[Any]:
    found = document.get("findings")
    if not isinstance(found, list):
        raise _Unusable(text("there is no list of 'findings'"))
    return found


def _known(entry: Any, number: int) -> Known:
    """Return an entry of the list; anything unlike one is refused, never skipped."""
    if isinstance(entry, dict):
        code, name = entry.get("code"), entry.get("name")
        print_, subject = entry.get("fingerprint"), entry.get("subject")
        severity = _SEVERITIES.get(str(entry.get("severity")))
        if (
            isinstance(code, str)
            and _CODE.fullmatch(code)
            and isinstance(name, str)
            and isinstance(print_, str)
            and _FINGERPRINT.fullmatch(print_)
            and severity is not None
            and isinstance(subject, dict)
            and all(isinstance(each, str) for each in subject.values())
        ):
            return Known(print_, code, name, severity, subject)
    raise _Unusable(text("finding {n} of the list is not complete", n=number))


_SEVERITIES = {severity.key: severity for severity in Severity}


def _check_unique(entries: tuple[Known, ...]) -> None:
    first: dict[str, int] = {}
    for number, entry in enumerate(entries, start=1):
        earlier = first.setdefault(entry.fingerprint, number)
        if earlier != number:
            raise _Unusable(
                text(
                    "findings {first} and {second} have the same fingerprint",
                    first=earlier,
                    second=number,
                )
            )
