"""The fixed words of the page (見出しと表の列名)."""

from __future__ import annotations

from stdmig.render.plan.planned_dates import DURATIONS
from stdmig.schedule import Plan
from stdmig.words import Text, text

LABELS: dict[str, Text] = {
    "skip": text("Skip to the chart"),
    "eyebrow": text("Migration plan of the standard-compliant systems"),
    "contents": text("Contents"),
    "sample": text("sample"),
    "sample_note": text("The sample city: no real plan of a town hall"),
    "section_note": text("Only what concerns this section"),
    "summary": text("What matters"),
    "chart": text("Schedule"),
    "chart_items": text("Work items (planned dates)"),
    "chart_systems": text("System by system"),
    "chart_systems_note": text(
        "Systems with the same dates share a line; it opens to their tasks."
    ),
    "chart_note": text(
        "Float is counted in days; where it is below zero, the longest durations do not"
        " fit by so many days."
    ),
    "legend": text("Legend"),
    "item": text("Item"),
    "work_item": text("Work item"),
    "start": text("Start"),
    "finish": text("Finish"),
    "slack": text("Float"),
    "bars": text("Bars by month"),
    "units": text("Units"),
    "last_day": text("Last day"),
    "first_day": text("First day"),
    "gap": text("Gap"),
    "milestones": text("Milestones"),
    "milestone": text("Milestone"),
    "day": text("Day"),
    "systems": text("Systems"),
    "section": text("Section"),
    "findings": text("Findings"),
    "no_findings": text("No findings."),
    "what_to_do": text("What to do"),
    "why": text("Why it matters"),
    "rule": text("Number of this check:"),
    "where": text("Where"),
    "accepted": text("Findings that do not count"),
    "accepted_note": text(
        "Accepted with a reason and a last day; after that day they count again."
    ),
    "contracts": text("Contracts"),
    "contract": text("Contract"),
    "needed_to": text("Needed to"),
    "notice": text("Notice by"),
    "requests": text("Budget requests"),
    "extension": text("Extension"),
    "extension_and_more": text("Extension and what else to know"),
    "unknown": text("unknown"),
    "money": text("Budget by fiscal year"),
    "money_note": text(
        "Sums hold the lines with a price alone; what nobody priced is empty, not zero."
    ),
    "fiscal_year": text("Fiscal year"),
    "lines": text("Lines"),
    "known_sum": text("Known sum (yen, with tax)"),
    "unpriced": text("Lines without a price"),
    "priced": text("Lines with a price"),
    "due": text("To be asked for by"),
    "total": text("Total"),
    "subject": text("Subject"),
    "vote": text("Budget"),
    "span": text("Performance"),
    "yen": text("Yen"),
    "remarks": text("Remarks"),
    "load": text("Workload by section and month"),
    "load_note": text(
        "Number of tasks under way in each month, by the planned dates; the darker, the"
        " more."
    ),
    "load_whole": text(
        "Each row counts all tasks of its section, whatever the page is narrowed to."
    ),
    "peak": text("Peak"),
    "ways": text("Which budget pays"),
    "way": text("way"),
    "ask": text("ask by"),
    "begin": text("begin by"),
    "ready": text("ready"),
    "late": text("late"),
    "tasks": text("All tasks"),
    "last_chance": text("Last chance to start"),
    "months": text("Months"),
    "state": text("State"),
    "assumptions": text("Assumptions"),
    "assumption": text("What is taken to be true"),
    "leaning": text("Tasks that lean on it"),
    "filter": text("Narrow the page"),
    "everything": text("all"),
    "reset": text("Show everything"),
    "links": text("Lines between tasks"),
    "unfold": text("Open everything (to print all)"),
    "folded": text(
        "Folded parts are not printed: open what is wanted on the screen, then print."
    ),
    "of_all": text("shown"),
    "whole": text(
        "These figures are of the whole plan, whatever the page is narrowed to."
    ),
    "nothing": text("Nothing here is about the choice."),
}
"""By the name under which the templates ask for them."""


def labels(plan: Plan) -> dict[str, Text]:
    """Return the words; what float means goes by the durations that count."""
    if plan.planned_durations == "maximum":
        return LABELS
    note = text(
        "Float is counted in days; where it is below zero, {durations} do not fit by so"
        " many days.",
        durations=DURATIONS[plan.planned_durations],
    )
    return {**LABELS, "chart_note": note}
