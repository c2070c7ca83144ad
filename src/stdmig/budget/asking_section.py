"""Which section asks for money that serves several (要求課)."""

from __future__ import annotations

from stdmig.schedule import Plan


def asking_section(plan: Plan, sections: tuple[str, ...]) -> str | None:
    """Return who asks for the money: the one section, else the lead section."""
    if len(sections) == 1:
        return sections[0]
    return plan.inventory.municipality.lead_section
