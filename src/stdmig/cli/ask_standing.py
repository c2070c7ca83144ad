"""Ask which systems are live, and which designated (稼働済み・特定移行支援の質問)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from stdmig.cli.ask import ask, tell_wrapped
from stdmig.cli.horizon import Horizon
from stdmig.cli.numbered import Numbered, numbers_of
from stdmig.cli.standing import proposed, with_days
from stdmig.dates import Period, as_typed, shown_long
from stdmig.intake.typed.some_systems import typed_some
from stdmig.inventory import STATUTORY
from stdmig.inventory.draft import DraftLive
from stdmig.words import Name, Text, count, listing, text


def ask_live(
    present: Sequence[str], here: Horizon, numbered: Numbered
) -> tuple[DraftLive, ...]:
    """
    Return the systems that serve already, with their days.

    Raises
    ------
    KeyboardInterrupt
        If the person stops.
    """
    offered = numbered.show(present)
    tell_wrapped(
        text(
            "Write their numbers or names (such as 3-5,10 or koseki), or all. Enter"
            " alone: none yet"
        )
    )
    none: tuple[str, ...] = ()
    chosen = ask(lambda written: typed_some(written, offered, present), none)
    return ask_since([DraftLive(each) for each in chosen], here)


def ask_designated(
    present: Sequence[str],
    live: Sequence[DraftLive],
    here: Horizon,
    numbered: Numbered,
) -> tuple[str, ...]:
    """
    Return the designated systems.

    Raises
    ------
    KeyboardInterrupt
        If the person stops.
    """
    serving = {each.system for each in live}
    left = [each for each in present if each not in serving]
    if not left:
        tell_wrapped(text("None: all systems are live."), "  ")
        return ()
    offered = numbered.show(present)
    numbers = numbers_of(left, offered)
    if here.is_passed:
        words = text(
            "They may be cut over up to {later}. The general deadline {day} is past, so"
            " all that are not live ({numbers}) are proposed. Enter alone takes them;"
            " or write numbers or names, all or none",
            later=shown_long(here.designated),
            day=shown_long(here.general),
            numbers=numbers,
        )
    else:
        words = text(
            "They may be cut over up to {later}, the others up to {day}. Write numbers"
            " (of {numbers}) or names, all or none. Enter alone: none",
            later=shown_long(here.designated),
            day=shown_long(here.general),
            numbers=numbers,
        )
    tell_wrapped(words)
    return ask(
        lambda written: typed_some(written, offered, left),
        proposed(present, live, here),
    )


def ask_since(live: Sequence[DraftLive], here: Horizon) -> tuple[DraftLive, ...]:
    """
    Return live systems with the day that the person gives for those without one.

    Raises
    ------
    KeyboardInterrupt
        If the person stops.
    """
    open_ = [each.system for each in live if each.since is None]
    if not open_:
        return tuple(live)
    tell_wrapped(
        count(
            "Since when does {n} system ({names}) serve? A day or a month (such as"
            " {example}). Each can be corrected in progress.yaml. (Enter alone: not"
            " known; {day} is written, marked as assumed)",
            "Since when do {n} systems ({names}) serve? A day or a month (such as"
            " {example}). Each can be corrected in progress.yaml. (Enter alone: not"
            " known; {day} is written, marked as assumed)",
            len(open_),
            names=_names(open_),
            day=shown_long(here.unknown_day().first),
            example=as_typed(date(2026, 1, 5)),
        ),
        "  ",
    )
    since = ask(here.typed_since, _NOT_KNOWN)
    dated = None if since is _NOT_KNOWN else since
    return with_days(
        [each if each.since else each._replace(since=dated) for each in live], here
    )


_NOT_KNOWN = Period(date.min, date.min)
_NAMED = 3


def _names(systems: Sequence[str]) -> Text:
    named: list[Name | Text] = [
        STATUTORY.get(each, Name(each)) for each in systems[:_NAMED]
    ]
    if len(systems) > _NAMED:
        named.append(count("{n} more", "{n} more", len(systems) - _NAMED))
    return listing(named)
