"""portfolio.yaml: which municipalities are looked at together (対象団体の一覧)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from stdmig.inventory.capacity import VendorCapacity
from stdmig.inventory.fields import Fact, MayBeBlank, OneOrMany, Word


class PortfolioFile(Fact):
    """
    The whole of ``portfolio.yaml``.

    Attributes
    ----------
    name
        Who looks at them: a prefecture, a joint office (県、協議会など).
    workspaces
        Folders from that of the file on; ``*`` stands for any name of one folder.
    vendors
        How much vendors can do at one time for all municipalities together.
    """

    schema_id: Literal["stdmig.portfolio/1"] = Field(alias="schema")
    name: Word | None = None
    name_en: Word | None = None
    workspaces: Annotated[tuple[Word, ...], OneOrMany, Field(min_length=1)]
    vendors: Annotated[tuple[VendorCapacity, ...], MayBeBlank] = ()
