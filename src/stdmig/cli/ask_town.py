"""The few questions of the first day (初めの質問)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdmig.cli.ask import ask, tell_wrapped
from stdmig.cli.ask_sections import ask_sections
from stdmig.cli.ask_standing import ask_designated, ask_live, ask_since
from stdmig.cli.horizon import Horizon
from stdmig.cli.known_beforehand import Absent, Told
from stdmig.cli.language import said
from stdmig.cli.messages import say
from stdmig.cli.numbered import Numbered
from stdmig.cli.present import present_systems
from stdmig.cli.questions import Questions
from stdmig.cli.standing import (
    designated_or_end,
    listed_designated,
    live_or_end,
    untold,
)
from stdmig.intake.typed.code import typed_code
from stdmig.intake.typed.systems import typed_systems
from stdmig.intake.typed.town import Town, proposed_reason
from stdmig.intake.typed.word import typed_word
from stdmig.inventory import STATUTORY
from stdmig.inventory.draft import Draft, DraftLive
from stdmig.words import Text, text


def ask_town(told: Told, listed: Draft, here: Horizon, questions: Questions) -> Town:
    """
    Return the town, after asking for what is not told yet.

    Parameters
    ----------
    told
        What need not be asked.
    listed
        What a list tells, empty where there is none.
    here
        Where the town begins in time.
    questions
        Those of the list, whose numbers go on.

    Raises
    ------
    KeyboardInterrupt
        If the person stops.
    """
    settled = {unit.system for unit in listed.units}
    settled |= {system.id for system in listed.systems}
    systems = [each for each in STATUTORY if each not in settled]
    if not systems:
        told = told._replace(absent=told.absent or (), sections=told.sections or ())
    asked = told
    if not untold(listed, present_systems(told.absent or (), listed)):
        asked = told._replace(live=told.live or (), designated=told.designated or ())
    steps = _steps(questions.asked, sum(each is None for each in asked))
    questions.tell_way_out()
    numbered = Numbered()
    name = told.name
    if name is None:
        _lead(steps, text("Name of the municipality (such as Mihon Town)"))
        name = ask(typed_word)
    code = told.code
    if code is None:
        _lead(
            steps,
            text("The 6-digit code of the municipality (Enter alone: not known yet)"),
        )
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
        absent = _ask_absent(systems, numbered)
    present = present_systems(absent, listed)
    live = _live(told, listed, present, here, numbered, steps)
    designated = _designated(told, listed, present, live, here, numbered, steps)
    sections = told.sections
    if sections is None:
        _lead(steps, text("Which sections own the systems?"))
        gone = {system for system, _ in absent}
        sections = ask_sections(systems, gone, numbered)
    return Town(name, code or None, lead or None, absent, sections, live, designated)


def _live(
    told: Told,
    listed: Draft,
    present: Sequence[str],
    here: Horizon,
    numbered: Numbered,
    steps: Iterator[Text],
) -> tuple[DraftLive, ...]:
    if told.live is not None:
        return live_or_end(told, present, here)
    known = ask_since(listed.live or (), here)
    left = untold(listed, present)
    if not left:
        return known
    _lead(
        steps,
        text("Which systems are LIVE already on the standard-compliant system?"),
    )
    return (*known, *ask_live(left, here, numbered))


def _designated(
    told: Told,
    listed: Draft,
    present: Sequence[str],
    live: Sequence[DraftLive],
    here: Horizon,
    numbered: Numbered,
    steps: Iterator[Text],
) -> tuple[str, ...]:
    if told.designated is not None:
        return designated_or_end(told.designated, present, live)
    known = listed_designated(listed, live)
    left = untold(listed, present)
    if not left:
        return known
    _lead(steps, text("Which of the others are DESIGNATED systems?"))
    return (*known, *ask_designated(left, live, here, numbered))


def _steps(before: int, number: int) -> Iterator[Text]:
    """Yield the numbers of the questions, which go on where those of a list ended."""
    last = before + number
    for step in range(before + 1, last + 1):
        yield text("Question {n}/{last}", n=step, last=last)


def _lead(steps: Iterator[Text], words: Text) -> None:
    say("")
    tell_wrapped(text("{number}: {question}", number=next(steps), question=words))


def _ask_absent(systems: Sequence[str], numbered: Numbered) -> Absent:
    numbered.show(systems)
    tell_wrapped(
        text(
            "Write their numbers or names (such as 13,18 or seiho). Enter alone: it has"
            " them all"
        )
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
