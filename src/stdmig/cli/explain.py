"""``stdmig explain``."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated, Literal, get_args

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import said
from stdmig.cli.options import AsOf, Force, Lang, Output, Sample, Workspace
from stdmig.cli.output import complain, emit, screen
from stdmig.cli.session import machine_style, plan_or_end
from stdmig.inventory import FAULTS
from stdmig.render.explain.json import explain_json
from stdmig.render.explain.rule import fault_text, rule_text
from stdmig.render.explain.text import Explained, explain_text
from stdmig.rules import RULES
from stdmig.schedule import ChainField, chain
from stdmig.words import text
from stdmig.workspace import Planned, find_system, find_tasks

Format = Literal["text", "json"]

HELP = text(
    "Say why each date is what it is, or what a rule means. Example:"
    " stdmig explain 個人住民税 8 --sample, stdmig explain STD201"
)


def explain(
    subject: Annotated[
        str,
        typer.Argument(
            metavar="SYSTEM|CODE",
            help=said(text("A system (id or name), or the code of a rule.")),
        ),
    ],
    item: Annotated[
        str | None,
        typer.Argument(
            metavar="[ITEM]", help=said(text("A work item: its number, id or name."))
        ),
    ] = None,
    workspace: Workspace = None,
    sample: Sample = False,
    as_of: AsOf = None,
    format: Annotated[
        Format, typer.Option("--format", help=said(text("How it is written.")))
    ] = "text",
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
) -> None:
    """Explain a system's dates, or a rule."""
    page = _rule_page(subject)
    if page is None:
        planned = plan_or_end(workspace, sample, as_of)
        explained = _explained(planned, subject, item)
        if format == "json":
            page = explain_json(explained, machine_style(lang, planned.inventory))
        else:
            page = explain_text(explained, screen())
    emit(page, output, force=force)


def _rule_page(subject: str) -> str | None:
    for rule in RULES:
        if subject.upper() == rule.code or subject == rule.name:
            return rule_text(rule, screen())
    for code, kind in FAULTS.items():
        if subject.upper() == code or subject == kind.name:
            return fault_text(code, screen())
    return None


def _explained(planned: Planned, subject: str, item: str | None) -> Explained:
    plan = planned.plan
    system = find_system(planned.inventory, subject)
    if system is None:
        known = [
            name for each in plan.network.systems for name in (each.id, each.title.ja)
        ]
        _unknown(text("no system is called '{name}'", name=subject), subject, known)
        raise typer.Exit(UNUSABLE)
    cutover = plan.cutover(system.id)
    if item is None:
        number = plan.network.systems.index(system)
        places = plan.critical_paths[number].places[:1]
        own = tuple(
            each
            for each in planned.coverages
            if any(unit.installation.system is system for unit in each.units)
        )
    else:
        places, own = find_tasks(plan, system, item), ()
        if not places:
            known = [
                name
                for each in planned.inventory.procedures.items
                for name in (each.ref, each.id, each.name)
            ]
            message = text(
                "{system} has no work item '{name}'", system=system.title, name=item
            )
            _unknown(message, item, known)
            raise typer.Exit(UNUSABLE)
    fields: tuple[ChainField, ...] = get_args(ChainField)
    chains = {
        place: tuple(chain(plan, place, field, system) for field in fields)
        for place in places
    }
    return Explained(plan, cutover, chains, own)


def _unknown(message: object, word: str, known: list[str]) -> None:
    close = get_close_matches(word, known, n=1, cutoff=0.5)
    hints = [text("did you mean '{key}'?", key=close[0])] if close else []
    complain(text("{what}", what=message), *hints)
