"""What a library says of its licence (ライセンス)."""

from __future__ import annotations

from email.message import Message
from typing import NamedTuple


class Licence(NamedTuple):
    """
    A licence as its library names it.

    Attributes
    ----------
    name
        Empty where nothing is said.
    field
        Of the metadata, in which it is said.
    """

    name: str
    field: str


def licence_of(metadata: Message) -> Licence:
    """Return the licence, from whichever field the project fills in."""
    expression = metadata["License-Expression"]
    if expression:
        return Licence(str(expression), "License-Expression")
    named = [
        each.rpartition(" :: ")[2]
        for each in metadata.get_all("Classifier") or ()
        if each.startswith("License :: ") and each != "License :: OSI Approved"
    ]
    if named:
        return Licence(", ".join(named), "Classifier")
    # Some projects put the whole text of the licence into this field.
    written = str(metadata["License"] or "").strip().splitlines()
    return Licence(written[0], "License") if written else Licence("", "-")
