"""Work that is planned before its specification is out (標準仕様書の公表前の作業)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stdmig.dates import shown
from stdmig.diagnostics import Location, Severity
from stdmig.inventory import System
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.schedule import TooEarly, waiting_systems, work_too_early
from stdmig.words import Text, count, listing, text


def work_before_specification(context: Context) -> Iterator[Hit]:
    """Yield the groups whose specifications appear after the work, or nobody knows."""
    groups: dict[str, list[TooEarly]] = {}
    for early in work_too_early(context.plan):
        groups.setdefault(str(early.system.specification), []).append(early)
    for name, found in groups.items():
        yield _too_early(context, name, found)
    unknown: dict[str, list[System]] = {}
    for system, published in waiting_systems(context.plan):
        # A system beyond the law has no national specification to wait for.
        if published is None and system.statutory:
            unknown.setdefault(system.specification or "", []).append(system)
    for name, systems in unknown.items():
        yield _unknown(context, name, systems)


def _too_early(context: Context, name: str, found: list[TooEarly]) -> Hit:
    plan, worst = context.plan, max(found, key=lambda each: each.days)
    starts: dict[str, date] = {}
    by_day: dict[date, list[System]] = {}
    for each in found:
        start = plan.dates(each.place).planned_start
        if each.system.id not in starts:
            starts[each.system.id] = start
            by_day.setdefault(start, []).append(each.system)
    item, group = plan.tasks[worst.place].item, context.inventory.specifications[name]
    message = count(
        "the specifications of {group} are published by {published}; {item} is planned"
        " from {start}, for {n} system",
        "the specifications of {group} are published by {published}; {item} is planned"
        " from {start}, for {n} systems",
        len(starts),
        group=group.title,
        published=shown(worst.published),
        item=text("{no} {name}", no=item.ref, name=item.title),
        start=shown(min(by_day)),
    )
    return Hit(
        {"specification": name},
        message,
        _published(context, name),
        {
            "published": worst.published.isoformat(),
            "item": item.ref,
            "days": worst.days,
            "starts": {each: start.isoformat() for each, start in starts.items()},
            "systems": list(starts),
        },
        details=tuple(
            text(
                "planned from {start}: {systems}",
                start=shown(start),
                systems=_names(systems),
            )
            for start, systems in sorted(by_day.items())
        ),
    )


def _unknown(context: Context, name: str, systems: list[System]) -> Hit:
    group = context.inventory.specifications.get(name)
    if group is None:
        message = count(
            "no specification is recorded for {n} system",
            "no specification is recorded for {n} systems",
            len(systems),
        )
        where = context.inventory.locate_system(systems[0])
    else:
        message = count(
            "it is not recorded when the specifications of {group} are published, for"
            " {n} system",
            "it is not recorded when the specifications of {group} are published, for"
            " {n} systems",
            len(systems),
            group=group.title,
        )
        where = _published(context, name)
    return Hit(
        {"specification": name},
        message,
        where,
        {"published": None, "systems": [system.id for system in systems]},
        severity=Severity.NOTE,
        details=(_names(systems),),
    )


def _names(systems: list[System]) -> Text:
    return listing(system.title for system in systems)


def _published(context: Context, name: str) -> Location:
    groups = [group.id for group in context.inventory.file.specifications]
    return context.inventory.locate(("specifications", groups.index(name), "published"))


RULE = Rule(
    code="STD311",
    name="work-before-specification",
    severity=Severity.WARNING,
    subjects=(("specification",),),
    title=text("work is planned before its specification is published"),
    help=text(
        "start the work after the publication and shorten what follows, or choose a"
        " later cutover; record the publication where it is unknown"
    ),
    why=text(
        "The present system is compared with the national specification, article by"
        " article. Before the specification is out there is nothing to compare with,"
        " and what was compared with a draft is compared again."
    ),
    example=Example(
        """\
specifications:
  - {id: second, name: 第2グループ, published: 2022-08}   # {remark}
""",
        text("item 3 from 2022-04-01"),
    ),
    run=work_before_specification,
)
