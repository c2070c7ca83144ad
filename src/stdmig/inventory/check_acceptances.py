"""Whether acceptances name a rule, its subject, and what exists (了承の検査)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.acceptances import SUBJECT_KINDS, Acceptable, Acceptance
from stdmig.inventory.check_systems import contract_mentions, unit_mentions
from stdmig.inventory.document import Document, Path
from stdmig.inventory.faults import FAULTS
from stdmig.inventory.mentions import Mention, listed, unknown
from stdmig.inventory.quoted import quoted
from stdmig.inventory.statutory import STATUTORY
from stdmig.words import Text, text

if TYPE_CHECKING:
    from stdmig.inventory.procedures import ProceduresFile
    from stdmig.inventory.systems import SystemsFile


def check_acceptances(
    file: SystemsFile,
    document: Document,
    procedures: ProceduresFile | None,
    rules: Sequence[Acceptable],
) -> Iterator[Diagnostic]:
    """
    Yield the faults of ``accept``: ``STD006``, ``STD007``, ``STD010``, ``STD011``.

    Ids that a file declares must exist. What is derived (a procurement made of
    package and policy, a session of a year) or only a name is not looked for: it may
    be gone because the finding was mended, and a rule says so.

    Parameters
    ----------
    procedures
        None where it cannot be read; items are then not looked for.
    rules
        All rules; where there are none, codes and kinds are taken as they are.
    """
    if not file.accept:
        return
    named = {name: rule for rule in rules for name in (rule.code, rule.name)}
    known = _declared(file, procedures)
    first: dict[tuple[str, tuple[tuple[str, str], ...]], int] = {}
    for place, entry in enumerate(file.accept):
        path: Path = ("accept", place)
        rule = named.get(entry.code) or named.get(entry.code.upper())
        if rules:
            yield from _wrong_rule(entry, rule, (*path, "code"), rules, document)
        if rule is not None and rule.subjects:
            yield from _wrong_subject(entry, rule, path, document)
        for kind, (under, mentions) in known.items():
            wanted = list(_mentioned(entry, kind, path))
            yield from unknown(wanted, mentions, document, under)
        code = rule.code if rule else entry.code
        earlier = first.setdefault((code, tuple(entry.subject.items())), place)
        if earlier != place:
            yield _twice(path, ("accept", earlier), document)


def _wrong_rule(
    entry: Acceptance,
    rule: Acceptable | None,
    path: Path,
    rules: Sequence[Acceptable],
    document: Document,
) -> Iterator[Diagnostic]:
    """Yield what is wrong with a code: a fault of reading, unknown, about this list."""
    where, code = document.locate(path), quoted(entry.code)
    if rule is not None:
        if not rule.subjects:
            message = text("what {code} finds cannot be accepted", code=code)
            help_ = text("correct the acceptance that it is about, or take it out")
            yield Diagnostic("STD007", message, where, help_)
    elif entry.code.upper() in FAULTS or entry.code in _FAULT_NAMES:
        message = text("{code} is a fault of reading and cannot be accepted", code=code)
        help_ = text("correct the file; while it stands nothing can be planned")
        yield Diagnostic("STD007", message, where, help_)
    else:
        message = text("no rule has the code or name {words}", words=code)
        yield Diagnostic("STD010", message, where, _nearest(entry.code, rules))


_FAULT_NAMES = frozenset(kind.name for kind in FAULTS.values())


def _nearest(code: str, rules: Sequence[Acceptable]) -> Text:
    """Return the nearest name; for a code, those of its kind, which are all as near."""
    codes = [rule.code for rule in rules if rule.subjects]
    names = [rule.name for rule in rules if rule.subjects]
    close = get_close_matches(code, names, n=1)
    if close:
        return text("did you mean '{key}'?", key=close[0])
    kind = code.upper()[:4]
    alike = [each for each in codes if each.startswith(kind)]
    return text("known here: {keys}", keys=", ".join(alike or codes))


def _wrong_subject(
    entry: Acceptance, rule: Acceptable, path: Path, document: Document
) -> Iterator[Diagnostic]:
    """Yield ``STD006`` or ``STD007`` where the kinds are not those of the rule."""
    given = set(entry.subject)
    if any(given == set(shape) for shape in rule.subjects):
        return
    shapes = ", ".join(" + ".join(shape) for shape in rule.subjects)
    help_ = text("findings of {code} are named by: {keys}", code=rule.code, keys=shapes)
    foreign = [kind for kind in entry.subject if not _takes(rule, kind)]
    if foreign:
        message = text(
            "'{key}' is not what {code} is about", key=foreign[0], code=rule.code
        )
        where = document.locate((*path, foreign[0]), key=True)
        yield Diagnostic("STD007", message, where, help_)
    else:
        message = text(
            "it is not said which finding of {code} is meant", code=rule.code
        )
        yield Diagnostic("STD006", message, document.locate(path), help_)


def _takes(rule: Acceptable, kind: str) -> bool:
    return any(kind in shape for shape in rule.subjects)


def _declared(
    file: SystemsFile, procedures: ProceduresFile | None
) -> dict[str, tuple[str, list[Mention]]]:
    """Return per kind the list in which its ids stand, and the ids."""
    systems = listed("systems", file.systems)
    of_systems = ("with", "after", "first_systems", "second_systems")
    known = {
        # That a system of the law is not listed is a finding that may be accepted.
        "system": ("systems", [*systems, *(Mention(name, ()) for name in STATUTORY)]),
        **{kind: ("systems", systems) for kind in of_systems},
        "unit": ("units", list(unit_mentions(file))),
        "contract": ("contracts", list(contract_mentions(file))),
        "specification": (
            "specifications",
            listed("specifications", file.specifications),
        ),
    }
    if procedures is not None:
        items = [Mention(item.ref, ()) for item in procedures.items]
        known |= dict.fromkeys(("item", "items", "assessment"), ("items", items))
    return known


def _mentioned(entry: Acceptance, kind: str, path: Path) -> Iterator[Mention]:
    value = getattr(entry, SUBJECT_KINDS[kind])
    if isinstance(value, tuple):
        for position, name in enumerate(value):
            yield Mention(name, (*path, kind, position))
    elif value:
        yield Mention(value, (*path, kind))


def _twice(path: Path, earlier: Path, document: Document) -> Diagnostic:
    first = (document.locate(earlier), text("the first one is here"))
    return Diagnostic(
        "STD011",
        text("this finding is accepted already"),
        document.locate(path),
        text("keep one of the two"),
        (first,),
    )
