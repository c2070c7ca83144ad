"""Run the rules over a plan and its coverages (点検)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from stdmig.rules.acceptance import accept, hold
from stdmig.rules.finding import Finding
from stdmig.rules.registry import RULES
from stdmig.rules.rule import Context, Rule


def check(
    context: Context, chosen: Callable[[Rule], bool] = lambda rule: True
) -> tuple[Finding, ...]:
    """
    Return the findings, the worst first, then by code, file, line and column.

    Those that the workspace accepts are among them, marked so.

    Parameters
    ----------
    context
        Plan and coverages.
    chosen
        Which rules run; all of them unless told otherwise.
    """
    running = [rule for rule in RULES if chosen(rule)]
    first = [rule for rule in running if not rule.last]
    found = [Finding(rule, hit) for rule in first for hit in rule.run(context)]
    held = hold(context.inventory, found, first)
    found = accept(context.inventory, found, held, context.plan.as_of)
    context = replace(context, acceptances=held)
    last = [rule for rule in running if rule.last]
    found += (Finding(rule, hit) for rule in last for hit in rule.run(context))
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[object, ...]:
    return -finding.severity, finding.rule.code, finding.hit.location


def selection(
    select: Iterable[str], ignore: Iterable[str]
) -> tuple[Callable[[Rule], bool], tuple[str, ...]]:
    """
    Return which rules run, and the words that name none.

    Parameters
    ----------
    select
        Codes, beginnings of codes (``STD2``) or names to run; none means all.
    ignore
        The same, not to run; it wins.
    """
    wanted, unwanted = tuple(select), tuple(ignore)
    unknown = tuple(
        word
        for word in (*wanted, *unwanted)
        if not any(_named(rule, word) for rule in RULES)
    )

    def chosen(rule: Rule) -> bool:
        selected = not wanted or any(_named(rule, word) for word in wanted)
        return selected and not any(_named(rule, word) for word in unwanted)

    return chosen, unknown


def _named(rule: Rule, word: str) -> bool:
    # An empty word, as an unset variable of a job leaves it, must not name all rules.
    return bool(word) and (rule.code.startswith(word.upper()) or rule.name == word)
