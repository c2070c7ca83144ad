"""The few questions of the first day (初めの質問)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

import typer

from stdmig.cli.ask import ask, tell_wrapped
from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import READER, said
from stdmig.cli.output import complain, say
from stdmig.intake.typed.code import typed_code
from stdmig.intake.typed.systems import typed_systems
from stdmig.intake.typed.town import Town, proposed_reason, town_draft
from stdmig.intake.typed.word import typed_word
from stdmig.inventory import STATUTORY
from stdmig.inventory.draft import Draft
from stdmig.render.cells import fit, width
from stdmig.words import Text, text

Absent = tuple[tuple[str, str], ...]
Sections = tuple[tuple[str, tuple[str, ...]], ...]


class Told(NamedTuple):
    """
    What options or a list have settled; None where it is to be asked.

    Attributes
    ----------
    absent, sections
        Empty where it is settled that there are none.
    """

    name: str | None = None
    code: str | None = None
    lead_section: str | None = None
    absent: Absent | None = None
    sections: Sections | None = None


def town_or_end(told: Told, listed: Draft, *, asks: bool) -> Draft:
    """
    Return what the town hall says of itself, beside what a list tells.

    Parameters
    ----------
    told
        What options settle; they win over the list.
    listed
        The list, empty where there is none.
    asks
        Whether somebody may be asked for the rest.

    Raises
    ------
    typer.Exit
        With code 2 if the name of the municipality is known from nowhere, or a system
        is both in the list and said not to be here.
    KeyboardInterrupt
        If the person stops.
    """
    here = {unit.system for unit in listed.units}
    for system, _ in told.absent or ():
        if system in here:
            name = STATUTORY[system]
            complain(text("{name} is in the list, so it is here", name=name))
            raise typer.Exit(UNUSABLE)
    told = _with_list(told, listed)
    if asks:
        settled = here | {system.id for system in listed.systems}
        unlisted = [each for each in STATUTORY if each not in settled]
        return town_draft(ask_town(told, unlisted), listed)
    if told.name is None:
        complain(
            text("the name of the municipality is missing"),
            text(
                "give it with --name NAME; stdmig init also takes --code,"
                " --lead-section, --not-here, --section and --from"
            ),
        )
        raise typer.Exit(UNUSABLE)
    town = Town(
        told.name, told.code, told.lead_section, told.absent or (), told.sections or ()
    )
    return town_draft(town, listed)


def implied_answers(told: Told) -> dict[str, str]:
    """Return what options answer of the questions that a list raises."""
    implied = {} if told.name is None else {"municipality": told.name}
    if told.absent is not None:
        implied["missing"] = ",".join(system for system, _ in told.absent)
        implied |= {f"reason.{system}": reason for system, reason in told.absent}
    return implied


def _with_list(told: Told, listed: Draft) -> Told:
    """Return it with what the list says of the municipality."""
    known = {
        key: str(value)
        for key, value in listed.municipality.items()
        if key in ("name", "code", "lead_section") and value is not None
    }
    given = {key: value for key, value in told._asdict().items() if value is not None}
    # Who has a list has the sections in it.
    sections = {"sections": ()} if listed.units else {}
    return told._replace(**{**sections, **known, **given})


def ask_town(told: Told, systems: Sequence[str]) -> Town:
    """
    Return the town, after asking for what is not told yet.

    Parameters
    ----------
    told
        What need not be asked.
    systems
        Ids of the systems of which nothing is known yet.

    Raises
    ------
    KeyboardInterrupt
        If the person stops.
    """
    if not systems:
        told = told._replace(absent=told.absent or (), sections=told.sections or ())
    steps = _steps(sum(each is None for each in told))
    name = told.name
    if name is None:
        _lead(steps, text("Name of the municipality (such as Mihon Town)"))
        name = ask(typed_word)
    code = told.code
    if code is None:
        _lead(steps, text("Its 6-digit code (Enter alone: not known yet)"))
        code = ask(typed_code, "")
    lead = told.lead_section
    if lead is None:
        words = text(
            "The section that leads the migration (such as Digital Section; Enter"
            " alone: not decided yet)"
        )
        _lead(steps, words)
        lead = ask(typed_word, "")
    absent = told.absent
    if absent is None:
        _lead(steps, text("Which of these systems does the municipality NOT have?"))
        absent = _ask_absent(systems)
    sections = told.sections
    if sections is None:
        _lead(steps, text("Which sections own the systems?"))
        gone = {system for system, _ in absent}
        sections = _ask_sections(systems, gone, shown=told.absent is None)
    return Town(name, code or None, lead or None, absent, sections)


def _steps(number: int) -> Iterator[str]:
    return (f"{step}/{number}" for step in range(1, number + 1))


def _lead(steps: Iterator[str], words: Text) -> None:
    say("")
    tell_wrapped(f"{next(steps)} {said(words)}")


def _ask_absent(systems: Sequence[str]) -> Absent:
    _tell_numbered(systems)
    tell_wrapped(
        text("Write their numbers (such as 13 or 13,18). Enter alone: it has them all")
    )
    none: tuple[str, ...] = ()
    chosen = ask(lambda written: typed_systems(written, systems), none)
    return tuple((system, _ask_reason(system)) for system in chosen)


def _ask_reason(system: str) -> str:
    proposed = said(proposed_reason(system))
    tell_wrapped(
        text(
            "Why does it not have {system}? (Enter alone: {reason})",
            system=STATUTORY[system],
            reason=proposed,
        ),
        "  ",
    )
    return ask(typed_word, proposed)


def _ask_sections(
    systems: Sequence[str], gone: Collection[str], *, shown: bool
) -> Sections:
    """Return the sections with their systems; numbers are those of all systems."""
    tell_wrapped(
        text(
            "Enter alone leaves it for later, in systems.yaml or from a list in Excel."
            " Otherwise write one section (such as Tax Section)"
        )
    )
    sections: dict[str, tuple[str, ...]] = {}
    left = [each for each in systems if each not in gone]
    while section := ask(typed_word, ""):
        if not sections and not shown:
            _tell_numbered(systems)
        tell_wrapped(
            text("Numbers of the systems of {section} (such as 6-9)", section=section),
            "  ",
        )
        chosen = ask(_owned_reader(systems, gone))
        sections[section] = tuple(dict.fromkeys((*sections.get(section, ()), *chosen)))
        left = [each for each in left if each not in chosen]
        if left:
            numbers = ", ".join(_spans([systems.index(each) + 1 for each in left]))
            tell_wrapped(text("Still without a section: {numbers}", numbers=numbers))
        tell_wrapped(text("The next section (Enter alone: that is all)"))
    return tuple(sections.items())


def _owned_reader(
    systems: Sequence[str], gone: Collection[str]
) -> Callable[[str], tuple[str, ...] | Text]:
    def read(written: str) -> tuple[str, ...] | Text:
        chosen = typed_systems(written, systems)
        if isinstance(chosen, Text):
            return chosen
        # A span may well run over one that is not here.
        owned = tuple(each for each in chosen if each not in gone)
        return owned or text("write at least one number, such as 1")

    return read


def _spans(numbers: Sequence[int]) -> Iterator[str]:
    """Yield ascending numbers as they would be typed: 1-5, 10."""
    first = last = numbers[0]
    for number in [*numbers[1:], 0]:
        if number != last + 1:
            yield str(first) if first == last else f"{first}-{last}"
            first = number
        last = number


_CELLS = 80


def _tell_numbered(systems: Sequence[str]) -> None:
    """Say the systems with their numbers, in as many columns as fit."""
    cells = [
        f"{number:>2} {STATUTORY[system].into(READER)}"
        for number, system in enumerate(systems, start=1)
    ]
    for rows in range(1, len(cells) + 1):
        columns = [cells[start : start + rows] for start in range(0, len(cells), rows)]
        widths = [max(map(width, column)) + 2 for column in columns]
        if sum(widths) <= _CELLS:
            break
    for row in zip_longest(*columns, fillvalue=""):
        shown = (fit(each, wide) for each, wide in zip(row, widths, strict=True))
        say(f"  {''.join(shown)}".rstrip())
