"""What a look at a part brings back (確認結果)."""

from __future__ import annotations

from stdmig.render.doctor.checkup import Check, Fact
from stdmig.words import Text, text

_UNNAMED = text("{name}", name="")


def ok(says: Text | str, **facts: Fact) -> Check:
    """Return that a part is as it should be."""
    return Check("", _UNNAMED, "ok", says, None, facts)


def note(says: Text | str, help: Text | None = None, **facts: Fact) -> Check:
    """Return that something is to be known about a part."""
    return Check("", _UNNAMED, "note", says, help, facts)


def problem(says: Text | str, help: Text | None = None, **facts: Fact) -> Check:
    """Return that a part keeps stdmig from its work."""
    return Check("", _UNNAMED, "problem", says, help, facts)
