"""The council votes too early for an ordinance to be ready (定例会に間に合わない)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import shown
from stdmig.diagnostics import Severity
from stdmig.network import Procurement
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.schedule import MissedVote, Move, missed_votes
from stdmig.words import Text, count, text


def council_session_missed(context: Context) -> Iterator[Hit]:
    """Yield the procurements whose last session before the cutover is out of reach."""
    missed = list(missed_votes(context.plan))
    if not missed:
        return
    told: set[tuple[str, str]] = set()
    for procurement in context.plan.network.procurements.values():
        held = {system.id for system in procurement.systems}
        groups: dict[str, list[tuple[MissedVote, Move]]] = {}
        for vote in missed:
            for move in vote.moves:
                key = (vote.needed.day.isoformat(), move.cutover.system.id)
                # A system may be bought in two procurements; its council sits once.
                if move.cutover.system.id in held and key not in told:
                    told.add(key)
                    groups.setdefault(key[0], []).append((vote, move))
        for group in groups.values():
            yield _hit(context, procurement, group)


def _hit(
    context: Context, procurement: Procurement, group: list[tuple[MissedVote, Move]]
) -> Hit:
    vote, move = max(group, key=lambda pair: pair[1].days)
    needed, reached, cutover = vote.needed, vote.reached, move.cutover
    moved = {each.cutover.system.id: each.cutover.system for _, each in group}
    systems = [system for system in procurement.systems if system.id in moved]
    return Hit(
        {
            "procurement": procurement.id,
            "session": f"{needed.session.id}-{needed.day.year}",
        },
        _told(context, procurement, vote, move),
        context.inventory.locate_system(systems[0]),
        {
            "session": needed.session.id,
            "vote": needed.day.isoformat(),
            "cutover": cutover.day.isoformat(),
            "next_session": reached.session.id,
            "next_vote": reached.day.isoformat(),
            "next_cutover": move.day.isoformat(),
            "days": move.days,
            "systems": [system.id for system in systems],
        },
        details=(
            count(
                "the vote that can be reached is that of the {session} on {day}; for"
                " the vote alone the cutover would move by {n} day to {later}",
                "the vote that can be reached is that of the {session} on {day}; for"
                " the vote alone the cutover would move by {n} days to {later}",
                move.days,
                session=reached.session.title,
                day=shown(reached.day),
                later=shown(move.day),
            ),
        ),
    )


def _told(
    context: Context, procurement: Procurement, missed: MissedVote, move: Move
) -> Text:
    name, session = procurement.title, missed.needed.session.title
    day, cutover = shown(missed.needed.day), shown(move.cutover.day)
    if missed.needed.day < context.plan.as_of:
        return text(
            "{name}: the last vote before the cutover {cutover} was that of the"
            " {session} on {day}",
            name=name,
            cutover=cutover,
            session=session,
            day=day,
        )
    return text(
        "{name}: even with minimum durations the ordinances are not ready for the last"
        " vote before the cutover {cutover}, that of the {session} on {day}",
        name=name,
        cutover=cutover,
        session=session,
        day=day,
    )


RULE = Rule(
    code="STD305",
    name="council-session-missed",
    severity=Severity.WARNING,
    subjects=(
        (
            "procurement",
            "session",
        ),
    ),
    title=text("the last session of the council before the cutover cannot be kept"),
    help=text(
        "move the cutover behind the next session, ask for an extraordinary session,"
        " or record 'ordinance: rule' or 'none' where no ordinance is to be amended"
    ),
    why=text(
        "An ordinance is in force only after the council has voted on it, and the"
        " council votes on a few days of the year. A bill that is not ready by then"
        " waits for months, and the cutover waits with it."
    ),
    example=Example(
        """\
planning: {as_of: 2025-07-01, cutover: 2025-10-01}   # {remark}
""",
        text("the vote is on 2025-09-30"),
    ),
    run=council_session_missed,
)
