"""A contract that must be renewed every fiscal year until the cutover (単年度契約)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from stdmig.coverage import Coverage, Gap
from stdmig.dates import shown, shown_fiscal_year
from stdmig.diagnostics import Severity
from stdmig.rules.rule import Context, Hit, Rule
from stdmig.words import Text, count, text


def single_year_contract(context: Context) -> Iterator[Hit]:
    """Yield the single-year contracts that need renewals before the cutover."""
    for coverage in context.coverages:
        gap, last_day = coverage.unsigned, coverage.last_day
        if gap is None or last_day is None or not coverage.single_year:
            continue
        fact = _fact(coverage, gap)
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
                "renewals": list(coverage.renewals),
                "months_by_fiscal_year": {
                    str(year): months for year, months in gap.months_by_year.items()
                },
                "units": [unit.installation.id for unit in coverage.units],
            },
            severity=Severity.ERROR if coverage.already_over else None,
        )


def _fact(coverage: Coverage, gap: Gap) -> Text:
    renewals = coverage.renewals
    return count(
        "{name}: single-year contract to {last_day}; {n} renewal until the cutover"
        " {cutover} ({years})",
        "{name}: single-year contract to {last_day}; {n} renewals until the cutover"
        " {cutover} ({years})",
        len(renewals),
        name=coverage.agreement.title,
        last_day=shown(gap.start - timedelta(days=1)),
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
    title=text("a single-year contract must be renewed until the cutover"),
    help=text("ask for every renewal in the autumn before its fiscal year"),
    why=text(
        "A single-year contract covers the unit only until 31 March. Each fiscal year"
        " up to the cutover needs its own budget and its own contract; where it is"
        " already over and no next one is recorded, the unit runs without one."
    ),
    example="""\
contracts:
  - {id: welfare, end: 2022-03-31, kind: single_year}   # cutover 2025-10-01
""",
    run=single_year_contract,
)
