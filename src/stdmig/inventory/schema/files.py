"""The files that a person writes, and the schemas of each (入力ファイル)."""

from __future__ import annotations

from typing import NamedTuple, get_args

from pydantic import BaseModel

from stdmig.inventory.baselines import BaselinesFile
from stdmig.inventory.capacity import CapacityFile
from stdmig.inventory.costs import CostsFile
from stdmig.inventory.portfolio import PortfolioFile
from stdmig.inventory.procedures import ProceduresFile
from stdmig.inventory.progress import ProgressFile
from stdmig.inventory.scenarios import ScenariosFile
from stdmig.inventory.starts import StartsFile
from stdmig.inventory.steps import StepsFile
from stdmig.inventory.systems import SystemsFile
from stdmig.inventory.template import TemplateFile


class InputFile(NamedTuple):
    """
    A kind of file that a person writes.

    Attributes
    ----------
    key
        What it is called on the command line and in its ``schema:`` line.
    name
        What the file is called in a workspace.
    model
        What it must look like.
    """

    key: str
    name: str
    model: type[BaseModel]

    @property
    def schema_id(self) -> str:
        """Return what the file says behind ``schema:``, such as stdmig.systems/1."""
        (value,) = get_args(self.model.model_fields["schema_id"].annotation)
        return str(value)

    @property
    def urn(self) -> str:
        """Return what its JSON Schema is called, such as urn:stdmig:systems:1."""
        return "urn:" + self.schema_id.replace(".", ":").replace("/", ":")

    @property
    def schema_name(self) -> str:
        """Return the name of the file with its JSON Schema."""
        return self.schema_id.replace("/", "-") + ".schema.json"


INPUT_FILES: tuple[InputFile, ...] = (
    InputFile("systems", "systems.yaml", SystemsFile),
    InputFile("procedures", "procedures.yaml", ProceduresFile),
    InputFile("template", "schedule_template.yaml", TemplateFile),
    InputFile("costs", "costs.yaml", CostsFile),
    InputFile("progress", "progress.yaml", ProgressFile),
    InputFile("capacity", "capacity.yaml", CapacityFile),
    InputFile("starts", "starts.yaml", StartsFile),
    InputFile("scenarios", "scenarios.yaml", ScenariosFile),
    InputFile("steps", "steps.yaml", StepsFile),
    InputFile("baselines", "baselines.yaml", BaselinesFile),
    InputFile("portfolio", "portfolio.yaml", PortfolioFile),
)
"""All of them, the one that nobody can do without first."""
