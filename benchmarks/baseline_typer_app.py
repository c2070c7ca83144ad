"""What start-up is measured against: a small typer app as many write it.

Two commands, four pydantic models of realistic size, yaml imported; its `check`
reads nothing and prints one line.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer
import yaml
from pydantic import BaseModel, ConfigDict, Field

app = typer.Typer(help="Plan a migration.")


class Municipality(BaseModel):
    """Who plans."""

    model_config = ConfigDict(extra="forbid")

    name: str
    name_en: str | None = None
    code: Annotated[str, Field(pattern=r"^[0-9]{6}$")] | None = None
    population: Annotated[int, Field(ge=0)] | None = None
    lead_section: str | None = None


class Contract(BaseModel):
    """What keeps a system running."""

    model_config = ConfigDict(extra="forbid")

    id: str
    name: str | None = None
    vendor: str
    start: date
    end: date | None = None
    kind: Literal["multi_year", "single_year"] = "multi_year"
    notice_months: Annotated[int, Field(ge=0, le=120)] | None = None
    monthly_fee: Annotated[int, Field(ge=0)] | None = None


class System(BaseModel):
    """What is migrated."""

    model_config = ConfigDict(extra="forbid")

    id: str
    name: str
    name_en: str | None = None
    ministry: str | None = None
    section: str
    vendor: str | None = None
    package: str | None = None
    policy: Literal["stay", "switch", "national", "undecided"] = "undecided"
    specification: Literal["leading", "first", "second"]
    contract: str | None = None
    cutover: date | None = None
    related: tuple[str, ...] = ()


class Inventory(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid")

    municipality: Municipality
    contracts: tuple[Contract, ...] = ()
    systems: tuple[System, ...]


@app.command()
def plan(
    workspace: Annotated[Path, typer.Option(help="Folder of the files.")] = Path(),
) -> None:
    """Show the plan."""
    loaded = yaml.safe_load((workspace / "systems.yaml").read_bytes())
    typer.echo(len(Inventory.model_validate(loaded).systems))


@app.command()
def check(
    sample: Annotated[bool, typer.Option(help="Use the sample.")] = False,
) -> None:
    """Check the contracts."""
    typer.echo(f"sample: {sample}")


if __name__ == "__main__":
    app()
