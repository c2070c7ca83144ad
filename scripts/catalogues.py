"""Keep the catalogues of translated messages (訳文) in step with the source.

Run ``python scripts/catalogues.py`` after a message came or changed, fill in what it
names in the ``.po`` file, and run it again. ``--check`` writes nothing.
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from stdmig.words import LANGUAGES, Language

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "stdmig"
TRANSLATED = tuple(language for language in LANGUAGES if language != "en")

ARGUMENTS = {"text": 1, "count": 2}
"""The functions whose first arguments are messages, and how many of them are."""

HEADERS = (
    "Language",
    "Plural-Forms",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
)


class Wording(NamedTuple):
    """An English message, with its plural where it counts something."""

    singular: str
    plural: str | None = None

    @property
    def key(self) -> str | tuple[str, str]:
        """The message as gettext knows it."""
        return (self.singular, self.plural) if self.plural else self.singular


class ClocklessCatalog(Catalog):
    """A catalogue whose header does not tell when or by which tool it was written."""

    def __iter__(self) -> Iterator[Message]:
        """Return the header and the messages."""
        _, *messages = super().__iter__()
        headers = dict(self.mime_headers)
        yield Message("", "".join(f"{key}: {headers[key]}\n" for key in HEADERS))
        yield from messages


def used(package: Path) -> tuple[set[Wording], list[str]]:
    """Return the messages of a package, and the calls whose message is no literal."""
    wordings, faults = set(), []
    for file in sorted(package.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_bytes())):
            match node:
                case ast.Call(func=ast.Name(id="text" | "count" as function)):
                    words = _literals(node.args[: ARGUMENTS[function]])
                    if len(words) == ARGUMENTS[function]:
                        wordings.add(Wording(*words))
                    else:
                        place = f"{file.relative_to(package).as_posix()}:{node.lineno}"
                        faults.append(f"{place}: {function}() needs literal messages")
    return wordings, faults


def _literals(nodes: list[ast.expr]) -> list[str]:
    return [
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value
    ]


def known(po: Path) -> dict[Wording, Message]:
    """Return the messages of a catalogue, the obsolete ones included."""
    if not po.exists():
        return {}
    catalog = read_po(BytesIO(po.read_bytes()), abort_invalid=True)
    messages = [*catalog, *catalog.obsolete.values()]
    return {_wording(each): each for each in messages if each.id}


def _wording(message: Message) -> Wording:
    if isinstance(message.id, str):
        return Wording(message.id)
    return Wording(*message.id)


def rewritten(language: Language, package: Path) -> tuple[bytes, bytes]:
    """Return what belongs into the ``.po`` and the ``.mo`` file."""
    catalog = ClocklessCatalog(
        language, header_comment="# Written by scripts/catalogues.py.", fuzzy=False
    )
    before = known(po_file(language, package))
    for wording in used(package)[0]:
        old = before.get(wording)
        catalog.add(
            wording.key,
            old.string if old else None,
            flags=old.flags if old else (),
            user_comments=old.user_comments if old else (),
        )
    po, mo = BytesIO(), BytesIO()
    write_po(po, catalog, sort_output=True, width=0)
    write_mo(mo, catalog)
    return po.getvalue(), mo.getvalue()


def po_file(language: Language, package: Path) -> Path:
    """Return where the catalogue of a language stands; the ``.mo`` is beside it."""
    return package / "words" / "locale" / language / "LC_MESSAGES" / "stdmig.po"


def refresh(language: Language, package: Path = PACKAGE) -> None:
    """Write both files of a language: new messages empty, unused ones gone."""
    po = po_file(language, package)
    source, compiled = rewritten(language, package)
    po.parent.mkdir(parents=True, exist_ok=True)
    po.write_bytes(source)
    po.with_suffix(".mo").write_bytes(compiled)


def faults(language: Language, package: Path = PACKAGE) -> Iterator[str]:
    """Yield, a line each, what keeps the catalogue from being complete."""
    wordings, unread = used(package)
    yield from unread
    po = po_file(language, package)
    messages = known(po)
    for wording in sorted(wordings - messages.keys(), key=str):
        yield f"missing: {wording.singular!r}"
    yield from obsolete(language, package)
    for wording in sorted(wordings & messages.keys(), key=str):
        yield from _faults_of(wording, messages[wording])
    mo = po.with_suffix(".mo")
    for file, content in zip((po, mo), rewritten(language, package), strict=True):
        if not file.exists() or file.read_bytes() != content:
            yield f"stale: {file.name}; run scripts/catalogues.py"


def obsolete(language: Language, package: Path = PACKAGE) -> list[str]:
    """Return, a line each, the translations that no message uses any more."""
    wordings, _ = used(package)
    messages = known(po_file(language, package))
    return [
        f"obsolete: {wording.singular!r} ({message.string!r})"
        for wording, message in messages.items()
        if wording not in wordings
    ]


def _faults_of(wording: Wording, message: Message) -> Iterator[str]:
    """Yield the faults of one translation."""
    named = repr(wording.singular)
    if message.fuzzy:
        yield f"fuzzy: {named}"
    forms = [message.string] if isinstance(message.string, str) else message.string
    if not forms or not all(forms):
        yield f"empty: {named}"
        return
    wanted = _placeholders(wording.plural or wording.singular)
    for form in forms:
        if _placeholders(form) != wanted:
            yield f"other placeholders: {named} ({form!r})"


def _placeholders(words: str) -> frozenset[str] | None:
    """Return the names in braces; None where the braces do not match."""
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(words) if name)
    except ValueError:
        return None


def main() -> int:
    """Write the catalogues, unless told to check alone, and print what is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    check = parser.parse_args().check
    found = []
    for language in TRANSLATED:
        if not check:
            for line in obsolete(language):
                print(f"{language}: dropped, {line}")
            refresh(language)
        found += [f"{language}: {fault}" for fault in faults(language)]
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
