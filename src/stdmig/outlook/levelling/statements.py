"""What matters about a levelled plan, in a few statements (平準化の要点)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from stdmig.dates import shown_month
from stdmig.levelling.levelled import Levelled, Series
from stdmig.outlook.levelling.goals import goals
from stdmig.outlook.levelling.loads import limited, peak
from stdmig.outlook.levelling.moves import months_earlier, moved_places, open_places
from stdmig.outlook.levelling.trouble import clash_words
from stdmig.outlook.levelling.worker_title import worker_title
from stdmig.outlook.statement import Statement
from stdmig.words import Text, count, text


def statements(levelled: Levelled) -> tuple[Statement, ...]:
    """Return the statements, the most important first."""
    found = [*_capacities(levelled)]
    if levelled.method != "none":
        found += [*_peak(levelled), *_moves(levelled)]
    if levelled.interrupted:
        found.append(
            Statement(
                "decide",
                (
                    text(
                        "The search was interrupted: this is the best plan that it had"
                        " found."
                    ),
                ),
            )
        )
    return tuple(found)


def _capacities(levelled: Levelled) -> Iterator[Statement]:
    known = limited(_every(levelled))
    if levelled.clashes:
        first = levelled.clashes[0]
        told = [
            text("No plan can keep every capacity."),
            clash_words(levelled, first),
        ]
        more = len(levelled.clashes) - 1
        if more:
            told.append(count("There is {n} more.", "There are {n} more.", more))
        yield Statement("bad", tuple(told))
    elif levelled.excess:
        yield Statement("bad", tuple(_excess(levelled)))
    elif known:
        told = [
            count(
                "The capacity that is recorded is kept in every month.",
                "All {n} recorded capacities are kept in every month.",
                len(known),
            )
        ]
        yield Statement("good", tuple(told))
    else:
        yield Statement(
            "decide",
            (
                text("No capacity is recorded: the work is spread without a limit."),
                text(
                    "Write into capacity.yaml how many people can work on it in a"
                    " month."
                ),
            ),
        )


def _excess(levelled: Levelled) -> Iterator[Text]:
    yield text("No plan was found that keeps every capacity.")
    _, worker, (year, month), load, most = max(
        levelled.excess, key=lambda each: each[3] - each[4]
    )
    yield count(
        "{n} month has too much: {whose} needs {load} people in {month}, and has"
        " {most}.",
        "{n} months have too much, most of all {whose}: {load} people are needed in"
        " {month}, and there are {most}.",
        len(levelled.excess),
        whose=worker_title(worker),
        load=f"{load.normalize():f}",
        month=shown_month(date(year, month, 1)),
        most=f"{most.normalize():f}",
    )
    if levelled.impossible:
        yield text("It is proven that none exists, as what cannot be moved stands.")
    else:
        yield text("That none exists is not proven.")


def _peak(levelled: Levelled) -> Iterator[Statement]:
    leads = [town.series[0] for town in levelled.towns if town.series]
    if not leads:
        return
    before = sum((peak(each.before) for each in leads), Decimal(0))
    after = sum((peak(each.after) for each in leads), Decimal(0))
    digits = 1 if levelled.scale > 1 else 0
    params = {"before": f"{before:.{digits}f}", "after": f"{after:.{digits}f}"}
    told = [_change(levelled, leads, before, after, params), *_proof(levelled)]
    yield Statement("good" if after <= before else "decide", tuple(told))


def _change(
    levelled: Levelled,
    leads: list[Series],
    before: Decimal,
    after: Decimal,
    params: dict[str, str],
) -> Text:
    if len(leads) > 1:
        return count(
            "The peak of {n} lead section is {after} people, {before} before.",
            "The peaks of the {n} lead sections add up to {after} people, {before}"
            " before.",
            len(leads),
            **params,
        )
    whose = worker_title(leads[0].worker)
    if after < before:
        return text(
            "Peak of {whose}: {after} people in a month, down from {before}.",
            whose=whose,
            **params,
        )
    if after > before:
        return text(
            "Peak of {whose}: {after} people in a month, up from {before}.",
            whose=whose,
            **params,
        )
    return text(
        "Peak of {whose}: {after} people in a month, as before.", whose=whose, **params
    )


def _proof(levelled: Levelled) -> Iterator[Text]:
    if levelled.clashes:
        return
    for place, each in enumerate(goals(levelled)):
        if each.objective != "peak":
            continue
        if each.gap:
            yield text(
                "It is proven that it cannot be below {bound}; gap {gap}.",
                bound=each.shown(each.bound),
                gap=each.shown_gap,
            )
        elif place == 0:
            yield text("It is proven that no plan has a lower one.")
        else:
            yield text(
                "It is proven that no plan has a lower one that is as good in the goals"
                " before."
            )


def _moves(levelled: Levelled) -> Iterator[Statement]:
    total = moved = kept = most = 0
    for town in levelled.towns:
        own = moved_places(town)
        total += len(open_places(town))
        moved += len(own)
        kept += len(town.unlevelled)
        gains = (months_earlier(town.before[at], town.after[at]) for at in own)
        most = max([most, *gains])
    if not moved:
        told = [text("No task moves.")]
    elif most:
        told = [
            count(
                "{moved} of {total} tasks start on another day, up to {n} month"
                " earlier.",
                "{moved} of {total} tasks start on another day, up to {n} months"
                " earlier.",
                most,
                moved=moved,
                total=total,
            )
        ]
    else:
        told = [
            text(
                "{moved} of {total} tasks start on another day.",
                moved=moved,
                total=total,
            )
        ]
    if kept:
        told.append(
            count(
                "{n} task cannot be levelled and keeps its dates.",
                "{n} tasks cannot be levelled and keep their dates.",
                kept,
            )
        )
    yield Statement("decide" if kept else "good", tuple(told))


def _every(levelled: Levelled) -> list[Series]:
    """Return everybody's load; that of a shared vendor once, not once a town."""
    own = [
        each
        for town in levelled.towns
        for each in town.series
        if not (levelled.shared and each.worker.kind == "vendor")
    ]
    return [*own, *levelled.shared]
