"""What every output about a levelled plan shows (平準化の内容)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.levelling.levelled import Levelled, Town
from stdmig.words import Text, count, text


class LevelPage(NamedTuple):
    """
    What an output about a levelled plan shows.

    Attributes
    ----------
    full
        Whether equal tasks stand one by one, and none is left out.
    options
        What a command must be given to open the first workspace.
    beside
        What ``stdmig level`` must be given to open the others too.
    saved
        Whether the starts have been written into the workspaces.
    """

    levelled: Levelled
    full: bool = False
    options: str = ""
    beside: str = ""
    saved: bool = False

    @property
    def is_sample(self) -> bool:
        """Return whether it is the packaged city."""
        return any(town.plan.inventory.sample for town in self.levelled.towns)


def town_name(town: Town) -> Text:
    """Return the name of a municipality; the sample city's says that it is one."""
    name = town.plan.inventory.municipality.title
    if town.plan.inventory.sample:
        return text("{name} (sample)", name=name)
    return text("{name}", name=name)


def whose(page: LevelPage) -> Text:
    """Return whose work it is: the municipality, or how many there are."""
    towns = page.levelled.towns
    if len(towns) == 1:
        return town_name(towns[0])
    return count("{n} municipality", "{n} municipalities", len(towns))


def level_title(page: LevelPage) -> Text:
    """Return what the output is headed with."""
    return text("{name}: levelled work", name=whose(page))


DURATIONS: dict[str, Text] = {
    "likely": text("likely durations"),
    "maximum": text("longest durations"),
    "minimum": text("shortest durations"),
}
"""Which durations the plan counts with."""

METHODS: dict[str, Text] = {
    "none": text("no plan"),
    "heuristic": text("fast heuristic"),
    "solver": text("solver (CP-SAT)"),
}
"""What found the starts."""
