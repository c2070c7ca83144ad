"""Everything a municipality wrote down, checked and resolved (現況と計画条件)."""

from __future__ import annotations

from dataclasses import dataclass

from stdmig.diagnostics import Location
from stdmig.inventory.agreements import Agreement, Installation
from stdmig.inventory.baselines import BaselinesFile
from stdmig.inventory.capacity import CapacityFile
from stdmig.inventory.costs import CostsFile
from stdmig.inventory.document import Document, Path
from stdmig.inventory.procedures import ProceduresFile
from stdmig.inventory.progress import ProgressFile
from stdmig.inventory.scenarios import ScenariosFile
from stdmig.inventory.starts import StartsFile
from stdmig.inventory.steps import StepsFile
from stdmig.inventory.systems import Municipality, Specification, System, SystemsFile
from stdmig.inventory.template import TemplateFile
from stdmig.words import Language


@dataclass(frozen=True, slots=True)
class Documents:
    """The files behind an inventory, to point into."""

    systems: Document
    procedures: Document
    template: Document
    costs: Document | None = None
    progress: Document | None = None
    capacity: Document | None = None
    starts: Document | None = None
    scenarios: Document | None = None
    steps: Document | None = None
    baselines: Document | None = None


@dataclass(frozen=True, slots=True)
class Inventory:
    """
    The input of a plan.

    Attributes
    ----------
    file
        ``systems.yaml`` as it was written.
    systems
        The systems that apply here, in the order of the file.
    installations, agreements
        Their units, and the contracts with the units they cover.
    specifications
        Groups of standard specifications by id.
    procedures, template, costs, progress, capacity, starts, scenarios, baselines
        The other files; all but the first two are None where the workspace has none.
    steps
        The ministry's steps, as the workspace or the package names them; None where
        no progress is recorded.
    documents
        The texts, for positions.
    sample
        Whether this is the packaged sample city.
    packaged
        Names of the files that were taken from the package because the workspace
        has none of its own.
    """

    file: SystemsFile
    systems: tuple[System, ...]
    installations: tuple[Installation, ...]
    agreements: tuple[Agreement, ...]
    specifications: dict[str, Specification]
    procedures: ProceduresFile
    template: TemplateFile
    costs: CostsFile | None
    documents: Documents
    sample: bool
    packaged: tuple[str, ...]
    progress: ProgressFile | None = None
    capacity: CapacityFile | None = None
    starts: StartsFile | None = None
    scenarios: ScenariosFile | None = None
    steps: StepsFile | None = None
    baselines: BaselinesFile | None = None

    @property
    def municipality(self) -> Municipality:
        """Return who plans."""
        return self.file.municipality

    @property
    def lang(self) -> Language | None:
        """Return the language that the municipality wants its outputs in."""
        return self.file.lang

    @property
    def budget_choices(self) -> dict[str, str]:
        """Return the way to its money that a procurement chose, by its id."""
        choices = self.file.procurements
        return {each.id: each.budget for each in choices if each.budget is not None}

    def locate(self, path: Path) -> Location:
        """Return where something stands in ``systems.yaml``."""
        return self.documents.systems.locate(path)

    def locate_system(self, system: System, *path: str) -> Location:
        """Return where a system stands, or something at a path below it."""
        place = next(
            place for place, each in enumerate(self.file.systems) if each is system
        )
        return self.locate(("systems", place, *path))
