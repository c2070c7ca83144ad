"""The fixed words of the page about many municipalities (紙面の語句)."""

from __future__ import annotations

from stdmig.render.html.labels import LABELS as SHARED
from stdmig.words import Text, text

LABELS: dict[str, Text] = {
    **{
        name: SHARED[name]
        for name in (
            "contents",
            "everything",
            "findings",
            "no_findings",
            "reset",
            "sample",
            "sample_note",
            "summary",
            "systems",
            "total",
        )
    },
    "skip": text("Skip to the table of municipalities"),
    "eyebrow": text("Migration of the standard-compliant systems, all municipalities"),
    "section_note": text("Only some systems are looked at"),
    "slip": text("What the slip does"),
    "planned": text("Without the slip"),
    "planned_note": text("From here on everything is as the files plan it."),
    "all": text("Where all stand"),
    "all_note": text(
        "The rate of steps is the ministry's: (done + not applicable) / 40, averaged"
        " over municipalities. It says nothing about the amount of work, which the"
        " other rate weighs by months. Neither says whether a cutover is kept."
    ),
    "state": text("State"),
    "by_prefecture": text("Prefectures"),
    "by_system": text("By system"),
    "prefecture": text("Prefecture"),
    "system": text("System"),
    "towns": text("Municipalities"),
    "town": text("Municipality name"),
    "number_of_systems": text("Systems"),
    "shares": text("Share of the states"),
    "designated": text("Designated systems"),
    "uncovered_short": text("Contract gap"),
    "errors": text("Errors"),
    "steps_short": text("Steps"),
    "work_short": text("Work done"),
    "rank": text("Rank"),
    "slack": text("Float"),
    "gap": text("Gap"),
    "matrix": text("Municipalities and systems"),
    "matrix_note": text(
        "Choose a name for all about a municipality, and a heading to sort by it. Days"
        " of float are the least of all systems, days of gap the longest."
    ),
    "rank_note": text(
        "The rank compares, in this order and each the more the worse: systems whose"
        " cutover cannot be kept or is past, systems to be shortened, days late at"
        " worst, systems with a contract gap, days of the longest gap, errors. Rates of"
        " steps and of work do not count."
    ),
    "plain_note": text(
        "All municipalities, by risk. With scripts allowed, the table can be searched"
        " and sorted."
    ),
    "search": text("Search"),
    "search_hint": text("Name, code or vendor"),
    "vendor": text("Vendor"),
    "group": text("By prefecture"),
    "only_yes": text("has one"),
    "only_no": text("has none"),
    "legend": text("Legend"),
    "has_gap": text("contracts end too early"),
    "is_designated": text("designated system"),
    "map": text("Share of systems whose cutover cannot be kept or is past"),
    "map_note": text("Those without a municipality code are not on the map."),
    "vendors": text("Vendors month by month"),
    "vendors_note": text(
        "Systems in data migration or tests in each month, over all municipalities,"
        " each counted once; the darker, the more. What exceeds the vendor's written"
        " limit is outlined and marked with an exclamation mark."
    ),
    "lost": text("Cannot be kept or past"),
    "peak": text("Peak"),
    "endings": text("Contracts that end, by vendor"),
    "endings_note": text(
        "Contracts by the fiscal year of their last day, signed extensions among them;"
        " in brackets those that leave days uncovered."
    ),
    "contracts": text("Number of contracts"),
    "leaving_gap": text("With a gap"),
    "next_end": text("Next end"),
    "due": text("What is due next"),
    "day": text("Day"),
    "what": text("What"),
    "things": text("How many"),
    "joint": text("Joint procurements"),
    "joint_name": text("Joint procurement"),
    "begin": text("To begin by"),
    "contract_by": text("Contract needed by"),
    "cutover": text("Cutover day"),
    "fits_together": text("Does it fit together?"),
    "code": text("Code"),
    "finding": text("Finding"),
    "severity": text("Severity"),
    "times": text("Times"),
    "broken": text("Workspaces that cannot be read"),
    "broken_note": text("They are in no figure on this page."),
    "workspace": text("Workspace"),
    "fault": text("Fault"),
    "no_towns": text("No municipality could be planned."),
    "more_in_workbook": text("All rows are in the workbook."),
    "print_note": text("On paper the table shows what is found on the screen."),
}
"""By the name under which the templates ask for them."""

SCRIPT: dict[str, Text] = {
    "count": text("{n} of {all} municipalities", n="{n}", all="{all}"),
    "group": text(
        "{name}: {n} municipalities, {lost} systems cannot be kept or are past",
        name="{name}",
        n="{n}",
        lost="{lost}",
    ),
    "nothing": text("No municipality is like that."),
    "days": text("{number} days", number="{n}"),
    "close": text("Close"),
    "code": text("Municipality code"),
    "population": text("Population"),
    "workspace": text("Workspace"),
    "rank": text("Rank"),
    "lost": text("Cannot be kept or past"),
    "late": text("Only if shortened"),
    "days_late": text("Days late at worst"),
    "uncovered": text("Systems with a contract gap"),
    "errors": text("Errors"),
    "warnings": text("Warnings"),
    "step_rate": text("Official step rate"),
    "work_rate": text("Work rate"),
    "system": text("System"),
    "state": text("State"),
    "cutover": text("Cutover day"),
    "deadline": text("Deadline"),
    "slack": text("Float"),
    "gap": text("Gap"),
    "designated": text("Designated"),
    "reason": text("reason {n}", n="{n}"),
    "until": text("until {day}", day="{day}"),
    "yes": text("yes"),
    "steps": text("Steps done"),
    "started": text("{n} in progress", n="{n}"),
    "vendor": text("Vendor"),
    "not_listed": text("not listed"),
    "others": text("Systems beyond the law's"),
}
"""By the name under which the script asks for them; in brackets what it fills in."""
