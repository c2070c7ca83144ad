"""Data between systems, and the online procedures that touch them (連携)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from stdmig.inventory.fields import Fact, Identifier, OneOrMany, Word, fault
from stdmig.inventory.procedures import Titled
from stdmig.words import text

EVERY_OTHER = "*"
"""What a link names that goes to every other system."""


class SystemLink(Fact):
    """
    Data that one system gives to another (業務間の連携).

    Attributes
    ----------
    giver
        Id of the system that gives the data (連携元).
    to
        Id of the system that takes it (連携先), or ``*`` for every other one.
    to_outside
        What takes it beyond the systems of the file; no bridge is planned for it.
    data
        What is given (連携データ).
    """

    giver: Identifier = Field(alias="from")
    to: Identifier | None = None
    to_outside: Word | None = None
    data: Word

    @model_validator(mode="after")
    def _has_one_end(self) -> SystemLink:
        if self.to is None and self.to_outside is None:
            message = text("say where it goes to: 'to', or 'to_outside'")
            raise fault(message, code="STD006")
        if self.to is not None and self.to_outside is not None:
            message = text("give either 'to' or 'to_outside'")
            raise fault(message, key="to_outside", code="STD007")
        if self.to == self.giver:
            message = text("a link goes from one system to another")
            raise fault(message, key="to", code="STD007")
        return self


class OnlineProcedure(Titled):
    """
    A procedure that residents do online (オンライン手続).

    Attributes
    ----------
    section
        Who owns it, and tests it again when a system behind it is cut over (担当課).
    systems
        Ids of the systems that it touches.
    outside
        Systems beyond those of the file that it touches.
    area
        The group it is listed under (分野).
    """

    section: Word
    systems: Annotated[tuple[Identifier, ...], OneOrMany] = ()
    outside: Annotated[tuple[Word, ...], OneOrMany] = ()
    area: Word | None = None
