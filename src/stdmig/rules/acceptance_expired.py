"""An acceptance that has run out while its finding still stands (了承の期限)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import shown
from stdmig.diagnostics import Severity
from stdmig.rules.example import Example
from stdmig.rules.finding import named
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.words import text


def acceptance_expired(context: Context) -> Iterator[Hit]:
    """Yield the acceptances that have run out while their finding still stands."""
    for held in context.acceptances:
        if held.hit is None or not held.has_run_out(context.plan.as_of):
            continue
        entry, systems = held.acceptance, held.hit.data.get("systems")
        yield Hit(
            {"acceptance": held.code, **entry.subject},
            text(
                "{code} {subject}: accepted until {until}, which is past; the finding"
                " counts again",
                code=held.code,
                subject=named(entry.subject),
                until=shown(entry.until),
            ),
            context.inventory.locate((*held.path, "until")),
            {
                "code": held.code,
                "until": entry.until.isoformat(),
                "fingerprint": held.fingerprint,
                # Who a finding concerns may follow from its systems alone.
                **({} if systems is None else {"systems": systems}),
            },
            related=((held.hit.location, text("the finding is here")),),
            details=(text("{by}: {reason}", by=entry.by, reason=entry.reason),),
        )


RULE = Rule(
    code="STD106",
    name="acceptance-expired",
    severity=Severity.NOTE,
    subjects=(),
    title=text("an acceptance of a finding has run out"),
    help=text(
        "do what the finding asks for and take the acceptance out, or agree on it anew"
        " and write a later 'until'"
    ),
    why=text(
        "A finding is accepted for a reason that holds for a time. After its last day"
        " the finding counts again, so that somebody looks whether the reason still"
        " holds."
    ),
    example=Example(
        """\
accept:   # {remark}
  - code: STD203
    contract: seiho
    reason: 毎年度の更新を財政課と合意済み
    by: 企画課 山田
    until: 2026-03-31
""",
        text("as of 2026-04-01"),
    ),
    run=acceptance_expired,
    last=True,
)
