"""One workspace with as many generated systems as are wanted (大規模な作業)."""

from __future__ import annotations

import re

from benchmarks.generate import workspaces

TOWN = 20
"""Systems of one generated municipality."""


def large_systems(systems: int) -> str:
    """
    Return the ``systems.yaml`` of a municipality with so many systems.

    Generated municipalities of 20 systems are put together into one; ids say from
    which they are.
    """
    head, contracts, placed = "", [], []
    for number, town in enumerate(workspaces(systems // TOWN), start=1):
        told = town.files["systems.yaml"].decode()
        head, rest = told.split("\ncontracts:\n")
        own, body = rest.split("\nsystems:\n")
        contracts.append(re.sub(r"- id: (\w+)", rf"- id: \1-{number}", own))
        body = re.sub(
            r"  - id: (\w+)\n",
            rf"  - id: \1-{number}\n    name: \1 {number}\n    statutory: false\n",
            body,
        )
        body = re.sub(r"contract: (\w+)", rf"contract: \1-{number}", body)
        placed.append(re.sub(r"section: (\S+)", rf"section: \g<1>{number % 5}", body))
    held = "\n".join(each.strip("\n") for each in contracts)
    return f"{head}\ncontracts:\n{held}\n\nsystems:\n" + "\n".join(placed)
