"""Whether sessions, windows and chosen budgets fit together (予算と会期の検査)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import Window, fits, months
from stdmig.diagnostics import Diagnostic
from stdmig.inventory.document import Document
from stdmig.inventory.mentions import Mention, listed, nearest, repeated, unknown
from stdmig.inventory.procedures import ProceduresFile, WorkItem
from stdmig.inventory.quoted import quoted
from stdmig.inventory.systems import SystemsFile
from stdmig.inventory.template import TemplateFile
from stdmig.words import Text, text

_WINDOW_OF_ONES_OWN = text(
    "make the item shorter, or write a schedule_template.yaml with a longer window"
)


def check_sessions(file: TemplateFile, document: Document) -> Iterator[Diagnostic]:
    """Yield ``STD010`` and ``STD011`` of the sessions of the council."""
    sessions = [
        Mention(mention.id, ("council", *mention.path))
        for mention in listed("sessions", file.council.sessions)
    ]
    yield from repeated(sessions, document)
    wanted = [
        Mention(name, ("planning", "budgets", "supplementary", place))
        for place, name in enumerate(file.planning.budgets.supplementary or ())
    ]
    yield from unknown(wanted, sessions, document, "council.sessions")


def check_windows(
    file: TemplateFile,
    document: Document,
    procedures: ProceduresFile,
    orders: Document,
    *,
    packaged: bool,
) -> Iterator[Diagnostic]:
    """
    Yield ``STD017`` where the budget request does not fit into its window.

    Parameters
    ----------
    orders
        Where the work items stand.
    packaged
        Whether the window is that of the packaged file, which nobody can change: the
        item is then what is at fault.
    """
    request = file.budget.request
    if request is None:
        return
    span = Window(request.start, request.end)
    for place, item in enumerate(procedures.items):
        if item.role == "budget_request":
            count = _longest(item)
            if not fits(span, months(count)):
                message = text(
                    "item {ref} takes up to {n} months and does not fit into the"
                    " window for requests",
                    ref=item.ref,
                    n=count,
                )
                if packaged:
                    where = orders.locate(("items", place, "months"))
                    help_ = _WINDOW_OF_ONES_OWN
                else:
                    where = document.locate(("budget", "request"))
                    help_ = text("make the window longer, or the item shorter")
                yield Diagnostic("STD017", message, where, help_)


def _longest(item: WorkItem) -> int:
    """Return the most months that an item can take, whatever holds."""
    variants = (each.max for each in item.variants if each.max is not None)
    return max([item.months.max, *variants])


def check_budget_choices(
    file: SystemsFile, document: Document, template: TemplateFile
) -> Iterator[Diagnostic]:
    """Yield ``STD010`` and ``STD011`` of the ways to the money that were chosen."""
    chosen = listed("procurements", file.procurements)
    yield from repeated(chosen, document)
    bought = [
        Mention(name, ())
        for name in dict.fromkeys(
            unit.procurement
            for system in file.systems
            for unit in system.units
            if unit.procurement
        )
    ]
    yield from unknown(chosen, bought, document, "procurement")
    ways = _ways(template)
    for place, each in enumerate(file.procurements):
        if each.budget is not None and each.budget not in ways:
            yield Diagnostic(
                "STD010",
                _refusal(template, each.budget),
                document.locate(("procurements", place, "budget")),
                nearest(each.budget, ways),
            )


def _refusal(template: TemplateFile, budget: str) -> Text:
    """Return why a budget cannot be chosen."""
    for session in template.council.sessions:
        if session.id == budget.removeprefix("zero-") and session.end == (3, 31):
            return text(
                "what '{id}' votes on 31 March cannot be signed for in its fiscal year",
                id=quoted(budget),
            )
    return text("no budget that may be used is called '{id}'", id=quoted(budget))


def _ways(template: TemplateFile) -> list[str]:
    """Return the ids of the ways to the money that the template allows."""
    choices = template.planning.budgets
    usable = [
        each.id
        for each in template.council.sessions
        if each.request_until is not None and each.end != (3, 31)
    ]
    wanted = choices.supplementary
    ways = ["ordinary"]
    if choices.debt_obligation:
        ways += [name for name in usable if wanted is None or name in wanted]
    if choices.zero_debt:
        ways += [f"zero-{name}" for name in usable]
    return ways
