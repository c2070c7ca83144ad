"""What stands before a statement whose tone no colour tells (要点の見出し)."""

from __future__ import annotations

from stdmig.words import Text, text

TONES: dict[str, Text] = {
    "bad": text("Attention"),
    "decide": text("To be decided"),
    "next": text("Next date"),
    "good": text("In order"),
}
"""By the tone of a statement."""
