"""What is known of a town before anybody is asked (初めに分かっていること)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.dates import Period

Absent = tuple[tuple[str, str], ...]
Sections = tuple[tuple[str, tuple[str, ...]], ...]

Since = tuple[tuple[str, Period | None], ...]
"""Live systems as they were told, with their days where they were told."""

EVERY = "*"
"""Stands for all systems that are here and not named beside it."""


class Told(NamedTuple):
    """
    What options or a list have settled; None where it is to be asked.

    Attributes
    ----------
    absent, sections
        Empty where it is settled that there are none.
    live, designated
        Likewise; `EVERY` stands for all that are not named.
    """

    name: str | None = None
    code: str | None = None
    lead_section: str | None = None
    absent: Absent | None = None
    sections: Sections | None = None
    live: Since | None = None
    designated: tuple[str, ...] | None = None
