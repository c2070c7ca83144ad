"""The keys of a unit, in words (業務システムの説明)."""

from __future__ import annotations

from pydantic import BaseModel

from stdmig.inventory.describe.told import UNKNOWN, Told
from stdmig.inventory.systems import Unit
from stdmig.words import text

UNIT: dict[type[BaseModel], Told] = {
    Unit: Told(
        text("Unit of a section"),
        text("One installed system of a section."),
        keys={
            "id": Told(
                text("Id of the unit"),
                text("The short name of the unit."),
                text(
                    "the system's id; with several units, the system's id and"
                    " the section"
                ),
                example="kokuho-zei",
            ),
            "section": Told(
                text("Section"),
                text("The section that owns the unit."),
                example="税務課",
            ),
            "name": Told(
                text("Name of the unit"),
                text("What the unit is called."),
                text("the name of the system is shown"),
                example="国保税システム",
            ),
            "vendor": Told(
                text("Vendor"),
                text("Who delivers the present unit."),
                UNKNOWN,
                example="架空情報システム株式会社",
            ),
            "package": Told(
                text("Package"),
                text("The product it is."),
                UNKNOWN,
                example="みどり総合行政システム",
            ),
            "policy": Told(
                text("Policy towards the vendor"),
                text(
                    "Whether the present vendor stays, which decides whether"
                    " proposals are asked for."
                ),
                text("undecided"),
                example="stay",
            ),
            "procurement": Told(
                text("Procurement"),
                text("Units with the same word here are bought and cut over together."),
                text("units of one package and policy are bought together"),
                example="juki-tax",
            ),
            "contract": Told(
                text("Contracts of the unit"),
                text(
                    "Ids of the contracts in 'contracts' that keep it running,"
                    " in the order in which they run; or the contract itself,"
                    " written here."
                ),
                text("no contract is known, and 'stdmig check' reports it"),
                example="midori",
            ),
            "related": Told(
                text("Related systems"),
                text("Other systems around it, by their names."),
                text("none are known"),
                example="コンビニ交付",
            ),
        },
    ),
}
