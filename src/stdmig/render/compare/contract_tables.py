"""What changed for contracts: gaps and requests for extension (契約の変更の表)."""

from __future__ import annotations

from stdmig.coverage import Ask
from stdmig.dates import shown, shown_fiscal_year
from stdmig.outlook.comparison import AskChange, Comparison, ContractChange
from stdmig.render.compare.amounts import longer, sign, span
from stdmig.render.compare.table import Row, Table, Tone
from stdmig.render.gap_words import gap_sentence
from stdmig.words import Text, text

KIND_TITLES = {
    "new": text("new contract"),
    "gone": text("contract gone"),
    "opened": text("gap opened"),
    "closed": text("gap closed"),
    "longer": text("gap longer"),
    "shorter": text("gap shorter"),
    "moved": text("gap on other days"),
    "other": text("otherwise changed"),
}

_TONES: dict[str, Tone] = {
    "opened": "bad",
    "longer": "bad",
    "closed": "good",
    "shorter": "good",
}


def contract_table(found: Comparison) -> Table:
    """Return the contracts whose gap differs."""
    rows = tuple(map(_contract, found.contracts))
    return Table("contracts", text("Contracts"), text("Contract"), rows)


def ask_table(found: Comparison) -> Table:
    """Return the requests for extensions that differ, by contract and fiscal year."""
    rows = tuple(map(_ask_row, found.asks))
    return Table(
        "asks", text("Requests for extensions"), text("Fiscal year: contract"), rows
    )


def _contract(change: ContractChange) -> Row:
    before = gap_sentence(change.before) if change.before else None
    after = gap_sentence(change.after) if change.after else None
    told = longer(change.days) or KIND_TITLES[change.kind]
    return Row(
        sign(change.before, change.after),
        change.coverage.agreement.title,
        before,
        after,
        told,
        (),
        _TONES.get(change.kind, ""),
    )


def _ask_row(change: AskChange) -> Row:
    before, after = change.before, change.after
    # The day by which to ask is told where it differs, or where the request is new.
    told = not before or not after or before.closes != after.closes
    return Row(
        sign(before, after),
        text(
            "{year}: {title}",
            year=shown_fiscal_year(change.fiscal_year),
            title=change.coverage.agreement.title,
        ),
        _ask(before, told=told),
        _ask(after, told=told),
        _days(before, after),
    )


def _ask(ask: Ask | None, *, told: bool) -> Text | None:
    if ask is None:
        return None
    days = span(ask.span.start, ask.span.end)
    if ask.closes is None or not told:
        return days
    return text("{days} (ask by {day})", days=days, day=shown(ask.closes))


def _days(before: Ask | None, after: Ask | None) -> Text | None:
    """Return by how many days more or less is asked for."""
    if before is None or after is None:
        return None
    return longer(after.span.days - before.span.days)
