"""``stdmig explain``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import said
from stdmig.cli.messages import complain
from stdmig.cli.nearest import known_here, nearest
from stdmig.cli.options import AsOf, DatesOption, Force, Lang, Output, Sample, Workspace
from stdmig.cli.output import emit, emit_exactly
from stdmig.cli.screen import screen
from stdmig.cli.session import machine_style, plan_or_end, tell_circumstances
from stdmig.cli.suggest import suggest_items, suggest_subjects
from stdmig.inventory import FAULTS, System
from stdmig.inventory.alike import spelled
from stdmig.rules import RULES
from stdmig.schedule import Plan, bridges, chain, chain_fields, retests
from stdmig.words import text
from stdmig.workspace import Planned, find_system, find_tasks
from stdmig.workspace.find import find_item

if TYPE_CHECKING:
    from stdmig.render.explain.explained import Explained

Format = Literal["text", "json"]


def explain(
    subject: Annotated[
        str,
        typer.Argument(
            metavar="SYSTEM|CODE",
            help=said(text("A system (id or name), or the code of a rule.")),
            autocompletion=suggest_subjects,
        ),
    ],
    item: Annotated[
        str | None,
        typer.Argument(
            metavar="ITEM",
            help=said(text("A work item: its number, id or name.")),
            autocompletion=suggest_items,
        ),
    ] = None,
    workspace: Workspace = None,
    sample: Sample = False,
    as_of: AsOf = None,
    format: Annotated[
        Format, typer.Option("--format", help=said(text("Output format.")))
    ] = "text",
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    dates: DatesOption = None,
) -> None:
    """Explain a system's dates, or a rule."""
    # Imported here, so that no other command waits for what it does not need.
    from stdmig.render.explain.json import explain_json
    from stdmig.render.explain.rule import find_rule, rule_json, rule_text
    from stdmig.render.explain.text import explain_text

    meant = find_rule(subject)
    if meant is not None:
        if format == "json":
            page = rule_json(meant, machine_style(lang, None))
        else:
            page = rule_text(meant, screen(output))
    else:
        planned = plan_or_end(workspace, sample, as_of)
        tell_circumstances(planned)
        explained = _explained(planned, subject, item)
        if format == "json":
            page = explain_json(explained, machine_style(lang, planned.inventory))
        else:
            page = explain_text(explained, screen(output))
    if format == "json":
        emit_exactly(page, output, force=force)
    else:
        emit(page, output, force=force)


def _explained(planned: Planned, subject: str, item: str | None) -> Explained:
    from stdmig.render.explain.explained import Explained
    from stdmig.render.explain.year import municipal_places

    plan = planned.plan
    system = _system_or_end(planned, subject)
    cutover = plan.cutover(system.id)
    if item is None:
        number = plan.network.systems.index(system)
        places = plan.critical_paths[number].places[:1]
        own = tuple(
            each
            for each in planned.coverages
            if any(unit.installation.system is system for unit in each.units)
        )
        municipal = municipal_places(plan, system)
    else:
        places, own, municipal = _tasks_or_end(planned, system, item), (), ()
    chains = {
        place: tuple(
            chain(plan, place, field, system) for field in chain_fields(plan, place)
        )
        for place in places
    }
    explained = Explained(plan, cutover, chains, own, municipal=municipal)
    if item is not None:
        return explained
    around = (system.id,)
    return explained._replace(
        bridges=bridges(plan, around), retests=retests(plan, around)
    )


def _system_or_end(planned: Planned, subject: str) -> System:
    """Return the system that is meant, or tell why there is none, and end."""
    system = find_system(planned.inventory, subject)
    if system is not None:
        return system
    _end_where_it_does_not_apply(planned, subject)
    complain(
        text("no system or rule is called '{name}'", name=subject),
        *(
            nearest(subject, _subjects(planned))
            or [known_here(each.id for each in planned.plan.network.systems)]
        ),
    )
    raise typer.Exit(UNUSABLE)


def _tasks_or_end(planned: Planned, system: System, item: str) -> tuple[int, ...]:
    """Return the tasks that are meant, or tell why there are none, and end."""
    plan = planned.plan
    places = find_tasks(plan, system, item)
    if places:
        return places
    _end_where_it_drops_out(planned, system, item)
    message = text("{system} has no work item '{name}'", system=system.title, name=item)
    known = known_here(task.item.ref for task in plan.tasks if task.is_for(system))
    complain(message, *(nearest(item, _items(plan, system)) or [known]))
    raise typer.Exit(UNUSABLE)


def _end_where_it_does_not_apply(planned: Planned, subject: str) -> None:
    """Tell why a system is listed but not planned, and end."""
    for system in planned.inventory.file.systems:
        names = (system.id, system.title.ja, system.title.en or "")
        if not system.applies and spelled(subject, names) is not None:
            complain(
                text(
                    "{system} does not apply here: {reason}",
                    system=system.title,
                    reason=system.reason,
                )
            )
            raise typer.Exit(UNUSABLE)


def _end_where_it_drops_out(planned: Planned, system: System, word: str) -> None:
    """Tell why a work item is not planned for a system, and end."""
    item = find_item(planned.inventory.procedures.items, word)
    if item is not None and item.drops_when:
        complain(
            text(
                "{system} does without item {ref} {name}: {why}",
                system=system.title,
                ref=item.ref,
                name=item.title,
                why=_DROPS[item.drops_when],
            )
        )
        raise typer.Exit(UNUSABLE)


_DROPS = {
    "vendor_stays": text("the vendor stays"),
    "no_assessment": text("no assessment is needed"),
    "no_ordinance": text("no ordinance or rule is to be amended"),
}


def _subjects(planned: Planned) -> list[str]:
    """Return everything that can be explained, for a word that names nothing."""
    systems = planned.plan.network.systems
    return [
        *(name for each in systems for name in (each.id, each.title.ja)),
        *(each.title.en for each in systems if each.title.en),
        *(name for each in RULES for name in (each.code, each.name)),
        *(name for code, each in FAULTS.items() for name in (code, each.name)),
    ]


def _items(plan: Plan, system: System) -> list[str]:
    items = [task.item for task in plan.tasks if task.is_for(system)]
    return [
        *(name for each in items for name in (each.ref, each.id, each.name)),
        *(each.name_en for each in items if each.name_en),
    ]
