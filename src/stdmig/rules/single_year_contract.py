"""A contract that must be renewed every fiscal year until the cutover (単年度契約)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.coverage import Coverage
from stdmig.dates import shown, shown_fiscal_year
from stdmig.diagnostics import Severity
from stdmig.rules.asking import requests, requests_data
from stdmig.rules.example import Example
from stdmig.rules.extending import notice as notice_lines
from stdmig.rules.extending import renewing
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.words import Text, count, text


def single_year_contract(context: Context) -> Iterator[Hit]:
    """Yield the single-year contracts that need renewals before the cutover."""
    for coverage in context.coverages:
        last_day, notice = coverage.last_day, coverage.notice_by
        if not coverage.renewals or last_day is None:
            continue
        fact = _fact(coverage)
        if coverage.already_over:
            fact = text(
                "{fact}; it is already over at the as-of date {as_of}, and no next one"
                " is recorded",
                fact=fact,
                as_of=shown(coverage.as_of),
            )
        yield Hit(
            {"contract": coverage.agreement.id},
            fact,
            context.inventory.locate((*coverage.agreement.path, "end")),
            {
                "last_day": last_day.isoformat(),
                "cutover": coverage.cutover.isoformat(),
                "needed_to": coverage.needed_to.isoformat(),
                "notice_by": notice.isoformat() if notice else None,
                "renewals": list(coverage.renewals),
                "requests": requests_data(coverage),
                "months_by_fiscal_year": {
                    str(year): months
                    for year, months in coverage.renewal_months.items()
                },
                "units": [unit.installation.id for unit in coverage.units],
            },
            severity=_severity(coverage),
            details=(*renewing(coverage), *notice_lines(coverage), *requests(coverage)),
        )


def _severity(coverage: Coverage) -> Severity | None:
    """Return an error where it is over, a note where all its money is voted."""
    if coverage.already_over:
        return Severity.ERROR
    return Severity.NOTE if coverage.progress.state == "voted" else None


def _fact(coverage: Coverage) -> Text:
    renewals = coverage.renewals
    if coverage.overdue:
        return count(
            "{name}: single-year contract to {last_day}; {n} renewal until today"
            " ({years}), since the planned cutover {cutover} is past and not recorded"
            " as live",
            "{name}: single-year contract to {last_day}; {n} renewals until today"
            " ({years}), since the planned cutover {cutover} is past and not recorded"
            " as live",
            len(renewals),
            name=coverage.agreement.title,
            last_day=shown(coverage.runs_to) if coverage.runs_to else "?",
            years=_years(renewals),
            cutover=shown(coverage.cutover),
        )
    return count(
        "{name}: single-year contract to {last_day}; {n} renewal until the cutover"
        " {cutover} ({years})",
        "{name}: single-year contract to {last_day}; {n} renewals until the cutover"
        " {cutover} ({years})",
        len(renewals),
        name=coverage.agreement.title,
        last_day=shown(coverage.runs_to) if coverage.runs_to else "?",
        cutover=shown(coverage.cutover),
        years=_years(renewals),
    )


def _years(renewals: tuple[int, ...]) -> Text:
    first = shown_fiscal_year(renewals[0])
    if len(renewals) == 1:
        return text("{year}", year=first)
    return text("{first} to {last}", first=first, last=shown_fiscal_year(renewals[-1]))


RULE = Rule(
    code="STD203",
    name="single-year-contract",
    severity=Severity.WARNING,
    subjects=(("contract",),),
    title=text("a single-year contract must be renewed until the cutover"),
    help=text("ask for every renewal in the autumn before its fiscal year"),
    why=text(
        "A single-year contract covers the unit only until 31 March. Each fiscal year"
        " up to the cutover needs its own budget and its own contract; where it is"
        " already over and no next one is recorded, the unit runs without one."
    ),
    example=Example(
        """\
contracts:
  - {id: welfare, end: 2022-03-31, kind: single_year}   # {remark}
""",
        text("cutover 2025-10-01"),
    ),
    run=single_year_contract,
)
