"""Who is asked, and what is known of them already (調査の対象)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.inventory.progress import ProgressFile
from stdmig.inventory.systems import SystemsFile


class Asked(NamedTuple):
    """
    A municipality to which a form goes.

    Attributes
    ----------
    file
        What is known of it; for a new one its name, its code and the systems of the
        law.
    progress
        What is live, and how far its steps are; None where that is not known.
    known
        Whether the form is prefilled with more than the name.
    """

    file: SystemsFile
    progress: ProgressFile | None = None
    known: bool = False
