"""What the subjects of findings are called, for people (指摘の対象の名称)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from stdmig.dates import shown, shown_fiscal_year
from stdmig.inventory import STATUTORY
from stdmig.schedule import Plan
from stdmig.words import Name, Readable, Text, listing, text

_SYSTEMS = frozenset(("system", "with", "after", "first_systems", "second_systems"))
_ITEMS = frozenset(("item", "assessment"))


class Titles:
    """
    The names behind the ids of a plan.

    An id that the plan does not have (an acceptance may name anything) stands for
    itself.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def of(self, subject: Mapping[str, str]) -> Text:
        """Return a subject in words, its parts in the order in which they stand."""
        told: Text | None = None
        for kind, name in subject.items():
            part = self._part(kind, name)
            if told is None:
                told = text("{name}", name=part)
            else:
                told = text("{first} / {second}", first=told, second=part)
        return told or text("{name}", name="")

    def _part(self, kind: str, name: str) -> Readable | str:
        if kind in _SYSTEMS:
            known = self._systems
            return listing(known.get(each, each) for each in name.split(","))
        if kind == "cutover":
            return text("cutover {day}", day=shown(date.fromisoformat(name)))
        if kind == "fiscal_year":
            return shown_fiscal_year(int(name))
        if kind == "acceptance":
            return text("acceptance of {code}", code=name)
        if kind == "session":
            return self._session(name)
        found = self._names.get("item" if kind in _ITEMS else kind, {})
        return found.get(name, name)

    def _session(self, name: str) -> Readable | str:
        """Return the name of a session and the year in which it votes."""
        own, _, year = name.rpartition("-")
        council = self._plan.inventory.template.council
        sessions = {each.id: each.title for each in council.sessions}
        if own not in sessions:
            return name
        return text("{session} ({year})", session=sessions[own], year=year)

    @cached_property
    def _systems(self) -> dict[str, Readable]:
        listed = self._plan.inventory.file.systems
        return {**STATUTORY, **{system.id: system.title for system in listed}}

    @cached_property
    def _names(self) -> dict[str, dict[str, Readable]]:
        """Return the names of everything else, by kind and id."""
        plan = self._plan
        inventory = plan.inventory
        return {
            "unit": {
                each.id: text(
                    "{system} ({section})",
                    system=each.system.title,
                    section=each.unit.section,
                )
                for each in inventory.installations
            },
            "contract": {
                **{
                    each.id: Name(each.name or each.id)
                    for each in inventory.file.contracts
                    if each.id
                },
                **{each.id: each.title for each in inventory.agreements},
            },
            "procurement": {
                each.id: each.title for each in plan.network.procurements.values()
            },
            "specification": {
                "": text("no specification recorded"),
                **{each.id: each.title for each in inventory.specifications.values()},
            },
            "item": {
                each.ref: text("{no} {name}", no=each.ref, name=each.title)
                for each in inventory.procedures.items
            },
            "task": {each.id: each.title for each in plan.tasks},
            "confidence": {
                "stated": text("black-out"),
                "inferred": text("black-out, inferred"),
            },
        }
