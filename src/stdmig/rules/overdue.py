"""What to record about systems whose cutover is past but unrecorded (稼働の記録)."""

from __future__ import annotations

from stdmig.words import text

RECORD = text(
    "record the systems that serve already in progress.yaml ('live'), and mark the"
    " designated ones in systems.yaml ('designated')"
)
