"""The rules that a run looked at, with their explanations (規則の説明)."""

from __future__ import annotations

from stdmig.render.check.entry import Entry
from stdmig.render.check.run import Run
from stdmig.render.explain.rule import Explicable, find_rule


def described(run: Run) -> list[Explicable]:
    """Return the rules that were run and whatever else was found, by their codes."""
    known = {rule.code: find_rule(rule.code) for rule in run.rules}
    for entry in run.report.entries:
        known[entry.code] = find_rule(entry.code) or _by_itself(entry)
    return [rule for _, rule in sorted(known.items()) if rule is not None]


def _by_itself(entry: Entry) -> Explicable:
    """Return what an entry tells about a code that nobody else explains."""
    return Explicable(
        entry.code,
        entry.name,
        entry.severity,
        entry.title,
        entry.title,
        help=entry.help,
    )
