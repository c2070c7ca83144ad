"""Findings as SARIF 2.1.0, for code scanning (SARIF)."""

from __future__ import annotations

from typing import Any

from stdmig.render.check.described import described
from stdmig.render.check.entry import Entry
from stdmig.render.check.run import Run
from stdmig.render.check.sarif_places import BASES, located
from stdmig.render.check.sarif_rules import driver
from stdmig.render.check.sentences import consequences, cure, fact
from stdmig.render.check.suppressed import reason_words
from stdmig.render.jsonable import dump
from stdmig.render.one_line import one_line
from stdmig.rules import Suppression
from stdmig.words import Style, text

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json"
)


def check_sarif(run: Run, style: Style) -> str:
    """
    Return a run as a SARIF log.

    Every result has a physical location, since GitHub refuses a whole log for one that
    has none; a file that came with stdmig is told from a base of its own.
    """
    rules = described(run)
    places = {rule.code: place for place, rule in enumerate(rules)}
    results = [
        _result(entry, places[entry.code], run, style) for entry in run.report.entries
    ]
    return dump(
        {
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {"driver": driver(rules, style)},
                    "language": style.language,
                    "columnKind": "unicodeCodePoints",
                    "originalUriBaseIds": {
                        base: {"description": {"text": words.into(style)}}
                        for base, words in BASES.items()
                    },
                    "invocations": [_invocation(run, style)],
                    "results": results,
                }
            ],
        }
    )


def _invocation(run: Run, style: Style) -> dict[str, Any]:
    if not run.unreadable:
        return {"executionSuccessful": True, "exitCode": run.code}
    words = text("The files cannot be read; no rule was run.").into(style)
    return {
        "executionSuccessful": False,
        "exitCode": run.code,
        "toolExecutionNotifications": [{"level": "error", "message": {"text": words}}],
    }


def _result(entry: Entry, place: int, run: Run, style: Style) -> dict[str, Any]:
    said = [fact(entry, style), *consequences(entry, style)]
    if run.unreadable:
        # A rule's own help says what to do; that of a fault differs each time.
        said += cure(entry, style)
    result: dict[str, Any] = {
        "ruleId": entry.code,
        "ruleIndex": place,
        "level": entry.severity.key,
        "message": {"text": _without_links("\n".join(said))},
        "locations": [located(entry.location, run.folder)],
        "partialFingerprints": {"stdmig/v1": entry.fingerprint},
        # An empty list says that it counts; none at all, that nobody knows.
        "suppressions": [],
    }
    if entry.suppression is not None:
        result["suppressions"] = [_suppression(entry.suppression, run, style)]
    if entry.related:
        result["relatedLocations"] = [
            {
                "id": number,
                **located(where, run.folder),
                "message": {"text": _without_links(one_line(words.into(style)))},
            }
            for number, (where, words) in enumerate(entry.related, start=1)
        ]
    return result


def _suppression(suppression: Suppression, run: Run, style: Style) -> dict[str, Any]:
    words = one_line(reason_words(suppression).into(style))
    told: dict[str, Any] = {
        "kind": "external",
        "status": "accepted",
        "justification": words,
    }
    if suppression.location is not None:
        told["location"] = located(suppression.location, run.folder)
    return told


def _without_links(words: str) -> str:
    """Return a message in which no name is taken for a link, ``[text](address)``."""
    return words.replace("](", "] (")
