"""Money for an extension that nobody asked for in time (予算要求の締切り後)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.coverage import Ask, Coverage
from stdmig.dates import shown_fiscal_year
from stdmig.diagnostics import Severity
from stdmig.rules.asking import closed, requests_data, unasked
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.words import Text, listing, text


def extension_without_open_window(context: Context) -> Iterator[Hit]:
    """Yield the extensions of which a year's request window is past, unasked."""
    for coverage in context.coverages:
        late = _late(coverage)
        if not late:
            continue
        years = dict.fromkeys(ask.fiscal_year for ask in late)
        yield Hit(
            {"contract": coverage.agreement.id},
            _fact(coverage, listing(map(shown_fiscal_year, years))),
            context.inventory.locate((*coverage.agreement.path, "end")),
            {
                "fiscal_years": list(years),
                "requests": [
                    each
                    for each in requests_data(coverage)
                    if each["fiscal_year"] in years
                ],
            },
            details=tuple(closed(ask) for ask in late),
        )


def _fact(coverage: Coverage, years: Text) -> Text:
    name = coverage.agreement.title
    if coverage.single_year:
        return text(
            "{name}: nobody asked for the money of its renewal in {years}, and the"
            " requests are closed",
            name=name,
            years=years,
        )
    return text(
        "{name}: nobody asked for the money of its extension in {years}, and the"
        " requests are closed",
        name=name,
        years=years,
    )


def _late(coverage: Coverage) -> list[Ask]:
    """Return the unasked years with a closed window, but none that is over itself."""
    return [
        ask
        for ask in unasked(coverage)
        if ask.state == "closed" and ask.span.end >= coverage.as_of
    ]


RULE = Rule(
    code="STD208",
    name="extension-without-open-window",
    severity=Severity.WARNING,
    subjects=(("contract",),),
    title=text("an extension was not asked for in time"),
    help=text(
        "ask for it in the supplementary budget that is named, or record the extension"
        " with its state if it was asked for"
    ),
    why=text(
        "Money of a fiscal year is asked for in the autumn before it. Once that window"
        " is closed only a supplementary budget is left, and its vote must come before"
        " the first day that it is to pay for."
    ),
    example=Example(
        """\
contracts:
  - {id: tax, end: 2025-03-31}   # {remark}
""",
        text("as of 2024-11-01, requests closed 2024-10-31"),
    ),
    run=extension_without_open_window,
)
