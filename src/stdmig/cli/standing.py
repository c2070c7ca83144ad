"""Which systems are live already, and which designated (稼働済み・特定移行支援)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import typer

from stdmig.cli.ask import tell_wrapped
from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.horizon import Horizon
from stdmig.cli.known_beforehand import EVERY, Told
from stdmig.cli.messages import complain
from stdmig.dates import Period, shown
from stdmig.inventory import STATUTORY
from stdmig.inventory.draft import Draft, DraftLive
from stdmig.words import count, text


def standing_or_end(
    told: Told, listed: Draft, present: Sequence[str], here: Horizon
) -> tuple[tuple[DraftLive, ...], tuple[str, ...]]:
    """
    Return live and designated systems where nobody is asked for them.

    Raises
    ------
    typer.Exit
        With code 2 if an option names a system that is not here, or one twice.
    """
    live = with_days(listed.live or (), here)
    if told.live is not None:
        live = live_or_end(told, present, here)
    if told.designated is not None:
        return live, designated_or_end(told.designated, present, live)
    designated = proposed(untold(listed, present), live, here)
    if designated:
        tell_wrapped(
            count(
                "The general deadline {day} is past, so {n} system that is not live is"
                " written as designated (deadline {later}).",
                "The general deadline {day} is past, so {n} systems that are not live"
                " are written as designated (deadline {later}).",
                len(designated),
                day=shown(here.general),
                later=shown(here.designated),
            )
        )
    return live, (*listed_designated(listed, live), *designated)


def untold(listed: Draft, present: Sequence[str]) -> list[str]:
    """Return the systems of which a list does not say where they stand."""
    if listed.live is None and listed.designated is None:
        return list(present)
    told = {unit.system for unit in listed.units}
    told |= {each.system for each in listed.live or ()}
    told |= {each.system for each in listed.designated or ()}
    return [each for each in present if each not in told]


def proposed(
    present: Sequence[str], live: Sequence[DraftLive], here: Horizon
) -> tuple[str, ...]:
    """Return what is designated if nobody says otherwise."""
    serving = {each.system for each in live}
    left = tuple(each for each in present if each not in serving)
    return left if here.is_passed else ()


def listed_designated(listed: Draft, live: Sequence[DraftLive]) -> tuple[str, ...]:
    """Return the designated systems of a list; one that is live is none any more."""
    serving = {each.system for each in live}
    named = (each.system for each in listed.designated or ())
    return tuple(each for each in named if each not in serving)


def live_or_end(
    told: Told, present: Sequence[str], here: Horizon
) -> tuple[DraftLive, ...]:
    """
    Return the live systems that options name; all are those that none other names.

    Raises
    ------
    typer.Exit
        With code 2 if one is not here.
    """
    since_told = told.live or ()
    _refuse_absent([system for system, _ in since_told], present, "--live")
    elsewhere = told.designated or ()
    every = [each for each in present if each not in elsewhere]
    named: dict[str, Period | None] = {}
    for system, since in since_told:
        others = every if system == EVERY else (system,)
        named |= {
            each: since for each in others if system != EVERY or each not in named
        }
    return with_days(
        tuple(DraftLive(each, named[each]) for each in _in_order(named, present)), here
    )


def with_days(live: Sequence[DraftLive], here: Horizon) -> tuple[DraftLive, ...]:
    """Return live systems, each with a day: the known one, or one to be corrected."""
    return tuple(
        each
        if each.since is not None
        else DraftLive(each.system, here.unknown_day(), assumed=True)
        for each in live
    )


def designated_or_end(
    told: Sequence[str], present: Sequence[str], live: Sequence[DraftLive]
) -> tuple[str, ...]:
    """
    Return the designated systems that options name.

    Raises
    ------
    typer.Exit
        With code 2 if one is not here, or live already.
    """
    serving = {each.system for each in live}
    _refuse_absent(told, present, "--designated")
    for each in told:
        if each in serving:
            why = text("{name} is live already", name=STATUTORY[each])
            complain(text("{option}: {why}", option="--designated", why=why))
            raise typer.Exit(UNUSABLE)
    if EVERY in told:
        return tuple(each for each in present if each not in serving)
    return tuple(_in_order(told, present))


def _refuse_absent(named: Sequence[str], present: Sequence[str], option: str) -> None:
    for each in named:
        if each != EVERY and each not in present:
            why = text("the municipality has no {name}", name=STATUTORY[each])
            complain(text("{option}: {why}", option=option, why=why))
            raise typer.Exit(UNUSABLE)


def _in_order(named: Iterable[str], order: Sequence[str]) -> list[str]:
    return sorted(named, key=order.index)
