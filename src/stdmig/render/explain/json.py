"""Explanations for other programs (``stdmig.explanation/1``)."""

from __future__ import annotations

from typing import Any

from stdmig.render.connections import bridges_json, connections_json
from stdmig.render.explain.explained import Explained
from stdmig.render.funding_json import funding_json
from stdmig.render.jsonable import dump
from stdmig.render.plan.json import designated_json
from stdmig.schedule import Chain, Choice, Vote, session_of
from stdmig.words import Style

SCHEMA = "stdmig.explanation/1"


def explain_json(explained: Explained, style: Style) -> str:
    """Return the chains of every task that was asked for; steps lead to the task."""
    plan, cutover = explained.plan, explained.cutover
    return dump(
        {
            "schema": SCHEMA,
            "sample": plan.inventory.sample,
            "as_of": plan.as_of.isoformat(),
            "system": {
                "id": cutover.system.id,
                "name": cutover.system.title.into(style),
                "cutover": cutover.day.isoformat(),
                "cutover_source": cutover.source,
                "designated": designated_json(cutover.system),
                "cutover_reason": {
                    "kind": cutover.reason.kind,
                    "ref": cutover.reason.ref,
                },
                "cutover_choice": _choice(cutover.choice),
            },
            "tasks": [
                {
                    "id": plan.tasks[place].id,
                    "name": plan.tasks[place].title.into(style),
                    "vote": _vote(session_of(plan, place)),
                    "dates": {chain.field: _chain(chain) for chain in chains},
                }
                for place, chains in explained.places.items()
            ],
            "bridges": bridges_json(explained.bridges),
            "connections": connections_json(explained.retests, style),
        }
    )


def _vote(vote: Vote | None) -> dict[str, str] | None:
    if vote is None:
        return None
    return {"session": vote.session.id, "date": vote.day.isoformat()}


def _choice(choice: Choice | None) -> dict[str, Any] | None:
    """Return what speaks for a chosen day; null where it was not chosen."""
    if choice is None:
        return None
    closure = choice.closure
    return {
        "others": [day.isoformat() for day in choice.others],
        "closure": {"start": closure[0].isoformat(), "end": closure[1].isoformat()}
        if closure
        else None,
        "closed_months": list(choice.closed),
        "last_allowed": choice.last.isoformat(),
    }


def _chain(chain: Chain) -> dict[str, Any]:
    return {
        "date": chain.steps[-1].start.isoformat(),
        "anchor": {
            "kind": chain.anchor.kind,
            "ref": chain.anchor.ref,
            "date": chain.anchor_day.isoformat(),
        },
        "steps": [
            {
                "task": step.task.id,
                "start": step.start.isoformat(),
                "finish": step.finish.isoformat(),
                "months": step.months,
                "budget": step.funding and funding_json(step.funding),
            }
            for step in chain.steps
        ],
    }
