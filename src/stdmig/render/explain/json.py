"""Explanations for other programs (``stdmig.explanation/1``)."""

from __future__ import annotations

from typing import Any

from stdmig.render.explain.text import Explained
from stdmig.render.jsonable import dump
from stdmig.schedule import Chain
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
            },
            "tasks": [
                {
                    "id": plan.tasks[place].id,
                    "name": plan.tasks[place].title.into(style),
                    "dates": {chain.field: _chain(chain) for chain in chains},
                }
                for place, chains in explained.places.items()
            ],
        }
    )


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
            }
            for step in chain.steps
        ],
    }
