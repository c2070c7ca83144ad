"""What the council and the assessment have to do with a task (議決・評価の説明)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import shown
from stdmig.inventory import LEVELS, System
from stdmig.schedule import Plan, Vote, session_of
from stdmig.words import Text, text


def municipal_places(plan: Plan, system: System) -> tuple[int, ...]:
    """Return the tasks of a system that `year_words` has words for."""
    return tuple(
        place
        for place, task in enumerate(plan.tasks)
        if task.item.role in ("assessment", "ordinance") and task.is_for(system)
    )


def year_words(plan: Plan, place: int, system: System) -> Iterator[Text]:
    """Yield why the task at `place` takes what it takes, as far as law sets it."""
    match plan.tasks[place].item.role:
        case "ordinance":
            yield from _ordinance(plan, place, system)
        case "assessment":
            yield from _assessment(system)


def item_words(plan: Plan, place: int, system: System) -> Iterator[Text]:
    """Yield the same with the item in front, for a page that is not about it."""
    item = plan.tasks[place].item
    for words in year_words(plan, place, system):
        yield text("{no} {name}: {words}", no=item.ref, name=item.title, words=words)


def vote_words(vote: Vote) -> Text:
    """Return with which vote a task ends."""
    return text(
        "ends with the vote of the {session}, {day}",
        session=vote.session.title,
        day=shown(vote.day),
    )


def _ordinance(plan: Plan, place: int, system: System) -> Iterator[Text]:
    vote = session_of(plan, place)
    if vote is not None:
        yield vote_words(vote)
    if system.ordinance is None:
        yield text(
            "it is not recorded what is to be amended; planned as an ordinance, which"
            " the council votes on"
        )
    elif system.amends == "rule":
        yield text("a rule is to be amended, which needs no vote of the council")
    if system.amends == "ordinance" and vote is None:
        yield text("no session of the council is recorded, so any day may be its last")


def _assessment(system: System) -> Iterator[Text]:
    assessment = system.assessment
    if assessment is None:
        yield text("no assessment is recorded; planned as one without public comment")
        return
    level = LEVELS[assessment.planned]
    if assessment.level is not None:
        yield text("{level}, as recorded", level=level)
    elif assessment.handlers is None:
        yield text(
            "{level}, since the system holds data of {people} people; how many handle"
            " it is not recorded",
            level=level,
            people=f"{assessment.people:,}",
        )
    else:
        yield text(
            "{level}, since the system holds data of {people} people, handled by"
            " {handlers}",
            level=level,
            people=f"{assessment.people:,}",
            handlers=f"{assessment.handlers:,}",
        )
    if assessment.incident:
        yield text("there was a serious incident within a year")
    if system.needs_full_assessment:
        yield text("it takes public comment and a check by third parties")
