"""The town, as options, a list and the person tell it (団体の情報)."""

from __future__ import annotations

import typer

from stdmig.cli.ask_town import ask_town
from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.horizon import horizon
from stdmig.cli.known_beforehand import Told
from stdmig.cli.messages import complain
from stdmig.cli.present import present_systems
from stdmig.cli.questions import Questions
from stdmig.cli.standing import standing_or_end
from stdmig.intake.typed.town import Town, town_draft
from stdmig.inventory import STATUTORY
from stdmig.inventory.draft import Draft
from stdmig.words import text


def town_or_end(told: Told, listed: Draft, questions: Questions | None) -> Draft:
    """
    Return what the town hall says of itself, beside what a list tells.

    Parameters
    ----------
    told
        What options settle; they win over the list.
    listed
        The list, empty where there is none.
    questions
        What was asked about the list; None where nobody may be asked for the rest.

    Raises
    ------
    typer.Exit
        With code 2 if the name of the municipality is known from nowhere, or a system
        is both in the list and said not to be here.
    KeyboardInterrupt
        If the person stops.
    """
    here = {unit.system for unit in listed.units}
    for system, _ in told.absent or ():
        if system in here:
            name = STATUTORY[system]
            complain(text("{name} is in the list, so it is here", name=name))
            raise typer.Exit(UNUSABLE)
    told = _with_list(told, listed)
    if questions is not None:
        return town_draft(ask_town(told, listed, horizon(), questions), listed)
    if told.name is None:
        complain(
            text("the name of the municipality is missing"),
            text(
                "give it with --name NAME; stdmig init also takes --code,"
                " --lead-section, --not-here, --live, --designated, --section and"
                " --from"
            ),
        )
        raise typer.Exit(UNUSABLE)
    absent = told.absent or ()
    live, designated = standing_or_end(
        told, listed, present_systems(absent, listed), horizon()
    )
    town = Town(
        told.name,
        told.code,
        told.lead_section,
        absent,
        told.sections or (),
        live,
        designated,
    )
    return town_draft(town, listed)


def implied_answers(told: Told) -> dict[str, str]:
    """Return what options answer of the questions that a list raises."""
    implied = {} if told.name is None else {"municipality": told.name}
    if told.absent is not None:
        implied["missing"] = ",".join(system for system, _ in told.absent)
        implied |= {f"reason.{system}": reason for system, reason in told.absent}
    return implied


def _with_list(told: Told, listed: Draft) -> Told:
    """Return it with what the list says of the municipality."""
    known = {
        key: str(value)
        for key, value in listed.municipality.items()
        if key in ("name", "code", "lead_section") and value is not None
    }
    given = {key: value for key, value in told._asdict().items() if value is not None}
    # Who has a list has the sections in it.
    sections = {"sections": ()} if listed.units else {}
    return told._replace(**{**sections, **known, **given})
