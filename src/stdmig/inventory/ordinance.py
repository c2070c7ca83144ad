"""What must be amended before a system changes (条例・規則の改正)."""

from __future__ import annotations

from typing import Literal

from stdmig.inventory.fields import Fact

OrdinanceKind = Literal["none", "rule", "ordinance"]
"""Nothing, a rule of the mayor (規則), an ordinance of the council (条例)."""


class Ordinance(Fact):
    """
    What must be amended for a system (条例・規則の改正).

    Attributes
    ----------
    kind
        ``ordinance``: the council votes on it (議決, 自治法96条1項1号); ``rule``: the
        mayor decides it alone (自治法15条); ``none``: nothing is to be amended.
    """

    kind: OrdinanceKind
