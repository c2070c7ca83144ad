"""What a paper about a plan is headed with (表題)."""

from __future__ import annotations

from stdmig.schedule import Plan
from stdmig.words import Text, text


def plan_title(plan: Plan) -> Text:
    """Return whose plan it is; the sample city's says that it is a sample."""
    name: object = plan.inventory.municipality.title
    if plan.inventory.sample:
        name = text("{name} (sample)", name=name)
    return text("{name}: migration plan", name=name)
