"""What the page of a plan proposes to do next (次の操作)."""

from __future__ import annotations

from stdmig.render.plan.text import plan_text
from stdmig.workspace.plan_page import plan_page
from tests.screens import sample_city, screen


def _last_line(section: str | None) -> str:
    page = plan_page(sample_city(), section)
    return plan_text(page, screen("en", 200)).splitlines()[-1]


def test_section_is_sent_to_a_system_of_its_own() -> None:
    """The tax section shares its procurement with others, and explains its own."""
    assert _last_line("税務課") == (
        "Next: stdmig check --sample, stdmig explain kojin 8 --sample"
    )


def test_everybody_is_sent_to_the_first_system() -> None:
    """Without a section the first of the systems is as good as any other."""
    assert _last_line(None).endswith("stdmig explain juki 8 --sample")
