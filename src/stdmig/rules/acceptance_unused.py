"""An acceptance that no finding answers to (該当しない了承)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from stdmig.diagnostics import Severity
from stdmig.inventory import subject_yaml
from stdmig.rules.example import Example
from stdmig.rules.finding import named
from stdmig.rules.held import Held
from stdmig.rules.hit import Hit, fingerprint
from stdmig.rules.rule import Context, Rule
from stdmig.words import Text, listing, text


def acceptance_unused(context: Context) -> Iterator[Hit]:
    """Yield the acceptances that match no finding of their rule."""
    named_already = {each.fingerprint for each in context.acceptances}
    for held in context.acceptances:
        if held.hit is not None and not held.is_exceeded:
            continue
        subject = held.acceptance.subject
        free = [
            hit
            for hit in held.found
            if fingerprint(held.code, hit.subject) not in named_already
        ]
        yield Hit(
            {"acceptance": held.code, **subject},
            _fact(held, free),
            context.inventory.locate(held.path),
            {
                "code": held.code,
                "until": held.acceptance.until.isoformat(),
                "severity": None if held.severity is None else held.severity.key,
            },
        )


def _fact(held: Held, free: list[Hit]) -> Text:
    code, subject = held.code, named(held.acceptance.subject)
    if held.severity is None or held.acceptance.severity is None:
        return text(
            "{code} {subject}: accepted, but there is no such finding; {instead}",
            code=code,
            subject=subject,
            instead=_instead(held, free),
        )
    return text(
        "{code} {subject}: accepted as '{accepted}', but the finding is of severity"
        " '{severity}' now",
        code=code,
        subject=subject,
        accepted=held.acceptance.severity,
        severity=held.severity.key,
    )


def _instead(held: Held, free: list[Hit]) -> Text:
    """Return what else the rule finds, the most alike first, ready to be pasted."""
    if not held.found:
        return text("{code} finds nothing", code=held.code)
    if not free:
        return text("{code} finds nothing else", code=held.code)
    meant = _ids(held.acceptance.subject)
    found = sorted(
        (hit.subject for hit in free),
        key=lambda subject: -SequenceMatcher(None, _ids(subject), meant).ratio(),
    )
    listed = listing(f"{{{subject_yaml(each)}}}" for each in found[:_LISTED])
    more = len(found) - _LISTED
    if more > 0:
        listed = text("{names} and {n} more", names=listed, n=more)
    return text("{code} finds: {subjects}", code=held.code, subjects=listed)


def _ids(subject: Mapping[str, str]) -> str:
    return " ".join(subject.values())


_LISTED = 3


RULE = Rule(
    code="STD107",
    name="acceptance-unused",
    severity=Severity.WARNING,
    subjects=(),
    title=text("an acceptance matches no finding"),
    help=text(
        "take the acceptance out where the finding has been mended, or correct what it"
        " names"
    ),
    why=text(
        "An acceptance that matches nothing is left over from a finding that was"
        " mended, or has a wrong id, so that the finding still counts. Left in the"
        " file it would hide the same finding when it comes back."
    ),
    example=Example(
        """\
accept:
  - code: STD203
    contract: zei   # {remark}
    reason: 毎年度の更新を財政課と合意済み
    by: 企画課 山田
    until: 2026-03-31
""",
        text("which is no single-year contract"),
    ),
    run=acceptance_unused,
    last=True,
)
