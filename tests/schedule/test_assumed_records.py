"""Guesses about systems, their links and their progress (業務・進捗の前提)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.schedule.guesses import (
    TEMPLATE,
    Guess,
    guesses,
    settled,
    systems_file,
    town,
)

LIVE = "schema: stdmig.progress/1\nlive: [{system: juki, since: 2024-04-01}]\n"


@pytest.mark.parametrize(
    ("level", "told", "tasks"),
    [
        (
            "basic",
            "an assessment (PIA) is needed",
            ("1@juki", "8@基幹:stay", "12@juki", "17@juki", "11@基幹:stay"),
        ),
        (
            "none",
            "needs no assessment (PIA)",
            ("1@juki", "8@基幹:stay", "17@juki", "11@基幹:stay"),
        ),
    ],
)
def test_whether_an_assessment_is_needed(
    level: str, told: str, tasks: tuple[str, ...]
) -> None:
    """Its own tasks lean on it, and what buys it, but none of another system."""
    line = settled("juki", f"assessment: {{level: {level}, assumed: true}}")
    systems = systems_file(line, settled("koseki"))
    assert guesses(town(systems)) == {
        "assessment-juki": Guess(
            f"Basic resident register: {told}", f"systems.yaml: {{{line}}}", tasks
        ),
    }
    assert "assessment-juki" not in guesses(town(systems, progress=LIVE))


def test_publications_that_are_not_out() -> None:
    """Each group of systems waits for its own; one without a day is no guess."""
    more = """\
specifications:
  - {id: a, name: 甲, published: 2024-08-31}
  - {id: b, name: 乙, name_en: Group B, published: 2024-12-31, assumed: true}
  - {id: c, name: 丙, assumed: true}
  - {id: d, name: 丁, name_en: Group D, published: 2025-01-31, assumed: true}
"""
    groups = {"juki": "a", "koseki": "b", "inkan": "c", "kojin": "d", "kotei": "b"}
    lines = (settled(name, f"specification: {each}") for name, each in groups.items())
    assert guesses(town(systems_file(*lines, more=more))) == {
        "publication-b": Guess(
            "the specifications of Group B are published by 2024-12-31",
            "systems.yaml: 2024-12-31, assumed: true}",
            ("1@koseki", "1@kotei"),
        ),
        "publication-d": Guess(
            "the specifications of Group D are published by 2025-01-31",
            "systems.yaml: 2025-01-31, assumed: true}",
            ("1@kojin",),
        ),
    }


@pytest.mark.parametrize(
    ("links", "told"),
    [
        (
            "{from: koseki, to: juki, data: 戸籍, assumed: true}",
            "bridges carry 1 link between systems that is inferred",
        ),
        (
            '{from: juki, to: "*", data: 宛名, assumed: true}',
            "bridges carry 1 link between systems that is inferred",
        ),
        (
            "{from: koseki, to: juki, data: 戸籍, assumed: true}\n"
            "  - {from: juki, to: koseki, data: 宛名, assumed: true}",
            "bridges carry 2 links between systems that are inferred",
        ),
    ],
)
def test_links_that_bridges_carry(links: str, told: str) -> None:
    """They are counted once each, and the first of them is pointed at.

    住民基本台帳 is cut over on 2025-10-01, the others on 2025-12-01.
    """
    # No bridge carries this one.
    same = "{from: inkan, to: koseki, data: 登録, assumed: true}"
    systems = systems_file(
        settled("juki"),
        settled("koseki", "cutover: 2025-12-01"),
        settled("inkan", "cutover: 2025-12-01"),
        more=f"links:\n  - {same}\n  - {links}\n",
    )
    first = links.split("\n")[0]
    assert guesses(town(systems)) == {
        "system-links": Guess(told, f"systems.yaml: {first}"),
    }


def test_the_deadline_of_designated_systems() -> None:
    """It is a guess for those without a day of their own that are not live."""
    later = "designated: {deadline: 2030-12-31, assumed: true}\n"
    systems = systems_file(
        settled("juki", "designated: {reason: 1}"),
        settled("koseki", "designated: {reason: 1}"),
        settled("inkan", "designated: {reason: 1}", "deadline: 2028-03-31"),
        settled("kojin"),
        settled("fuhyo", "designated: {reason: 1}"),
    )
    found = guesses(town(systems, template=TEMPLATE + later, progress=LIVE))
    # Chosen for 2030, a year whose holidays nobody has announced.
    del found["national-holidays"]
    assert found == {
        "designated-deadline": Guess(
            "the deadline of designated systems is 2030-12-31 where none is set for the"
            " system",
            "schedule_template.yaml: {deadline: 2030-12-31, assumed: true}",
            # One purchase for both, named once.
            (
                *("1@koseki", "1@fuhyo", "8@基幹:stay", "12@koseki", "12@fuhyo"),
                *("17@koseki", "17@fuhyo", "11@基幹:stay"),
            ),
        ),
    }
    served = systems_file(settled("juki", "designated: {reason: 1}"), settled("kojin"))
    assert guesses(town(served, template=TEMPLATE + later, progress=LIVE)) == {}
    stated = TEMPLATE + "designated: {deadline: 2030-12-31}\n"
    assert "designated-deadline" not in guesses(town(systems, template=stated))
    own = systems_file(settled("juki", "designated: {reason: 1}", "deadline: 2028-03"))
    assert "designated-deadline" not in guesses(town(own, template=TEMPLATE + later))


@pytest.mark.parametrize(
    ("second", "told"),
    [
        (
            "since: 2024-05-01",
            "1 system is live since a day that is not known",
        ),
        (
            "since: 2024-05-01, assumed: true",
            "2 systems are live since days that are not known",
        ),
    ],
)
def test_first_days_of_service_that_nobody_wrote_down(second: str, told: str) -> None:
    """They are counted; the first one's day is pointed at, and no task leans on it."""
    progress = f"""\
schema: stdmig.progress/1
live:
  - {{system: inkan, since: 2024-03-01}}
  - {{system: juki, since: 2024-04-01, assumed: true}}
  - {{system: koseki, {second}}}
"""
    names = ("juki", "koseki", "inkan", "kojin")
    systems = systems_file(*map(settled, names))
    assert guesses(town(systems, progress=progress)) == {
        "progress-live": Guess(told, "progress.yaml: 2024-04-01, assumed: true}"),
    }


def test_work_without_its_days() -> None:
    """What stands for a day that is missing, with the tasks that lack it.

    Work that was done on 2024-10-15, after 2024-10-01, has no known end yet; work that
    has not begun lacks none. The first entry of each kind is pointed at.
    """
    progress = """\
schema: stdmig.progress/1
tasks:
  - {task: 17@juki, status: not_started}
  - {task: 12@juki, status: done, start: 2024-05-01, finish: 2024-06-30}
  - {task: 17@koseki, status: started}
  - {task: 12@koseki, status: done, start: 2024-05-01}
  - {task: 1@koseki, status: done, finish: 2024-04-30}
  - {task: 1@juki, status: done}
  - {task: 12@kojin, status: started, start: 2024-09-01}
  - {task: 17@kojin, status: not_applicable}
"""
    systems = systems_file(*map(settled, ("juki", "koseki", "kojin")))
    file = "progress.yaml: "
    assert guesses(town(systems, progress=progress)) == {
        "progress-finish": Guess(
            "what is done without a last day was over before the as-of date",
            file + "{task: 12@koseki, status: done, start: 2024-05-01}",
            ("1@juki", "12@koseki"),
        ),
        "progress-done-start": Guess(
            "what is done without a first day took its longest duration",
            file + "{task: 1@koseki, status: done, finish: 2024-04-30}",
            ("1@juki", "1@koseki"),
        ),
        "progress-started-start": Guess(
            "what is under way without a first day began on the as-of date",
            file + "{task: 17@koseki, status: started}",
            ("17@koseki",),
        ),
    }


def test_a_day_that_lies_ahead_is_no_guess() -> None:
    """Work recorded as done on 2024-10-15 is under way on the first of that month."""
    progress = """\
schema: stdmig.progress/1
tasks:
  - {task: 12@juki, status: done, start: 2024-09-01, finish: 2024-10-15}
"""
    found = guesses(
        town(systems_file(settled("juki")), progress=progress, as_of=date(2024, 10, 1))
    )
    assert found == {}
