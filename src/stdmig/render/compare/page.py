"""What a page about two plans shows, whatever it is written on (比較の内容)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.dates import shown
from stdmig.outlook.comparison import Comparison
from stdmig.render.compare.level_notes import Levels, level_notes
from stdmig.words import Readable, Text, text


class ComparePage(NamedTuple):
    """
    What a page about two plans shows.

    Attributes
    ----------
    before, after
        What the two are: folders, revisions, scenarios.
    as_of_today
        Whether the as-of date is the clock's.
    section
        Whose part it is; None means everybody's.
    levels
        How the work of both was spread; None where their dates are as planned.
    full
        Whether the screen shows every row.
    """

    before: Readable
    after: Readable
    comparison: Comparison
    as_of_today: bool = False
    section: str | None = None
    levels: Levels | None = None
    full: bool = False

    @property
    def levelled(self) -> bool:
        """Return whether the work of both was spread anew, as far as can be."""
        return self.levels is not None

    @property
    def is_sample(self) -> bool:
        """Return whether this is the packaged sample city."""
        return self.comparison.after.plan.inventory.sample

    @property
    def municipality(self) -> Readable:
        """Return whose plans they are; both where they are two towns'."""
        first, second = (
            side.plan.inventory.municipality.title
            for side in (self.comparison.before, self.comparison.after)
        )
        if first == second:
            return second
        return text("{first} / {second}", first=first, second=second)

    @property
    def title(self) -> Text:
        """Return the heading."""
        name: object = self.municipality
        if self.is_sample:
            name = text("{name} (sample)", name=name)
        head = text("{name}: comparison", name=name)
        if self.section is not None:
            head = text("{name} ({whose})", name=head, whose=self.section)
        return head

    @property
    def as_of(self) -> Text:
        """Return the day from which both are looked at."""
        day = shown(self.comparison.after.plan.as_of)
        if self.as_of_today:
            return text("both as of {day} (today)", day=day)
        return text("both as of {day}", day=day)

    @property
    def day(self) -> Text:
        """Return the same day where a heading says what it is."""
        day = shown(self.comparison.after.plan.as_of)
        if self.as_of_today:
            return text("{day} (today)", day=day)
        return text("{day}", day=day)

    @property
    def notes(self) -> tuple[Text, ...]:
        """Return what the reader must know about the dates."""
        told = [] if self.levels is None else list(level_notes(self.levels))
        first, second = (
            side.plan.inventory.template.planning.as_of
            for side in (self.comparison.before, self.comparison.after)
        )
        if first is not None and first not in (
            second,
            self.comparison.after.plan.as_of,
        ):
            told.append(
                text(
                    "schedule_template.yaml of the plan before names another as-of"
                    " date, {day}.",
                    day=shown(first),
                )
            )
        return tuple(told)
