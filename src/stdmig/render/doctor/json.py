"""The state of this machine for other programs (``stdmig.doctor/1``)."""

from __future__ import annotations

from stdmig.render.doctor.checkup import STATES, Checkup
from stdmig.render.jsonable import dump
from stdmig.words import Style, in_style

SCHEMA = "stdmig.doctor/1"


def doctor_json(checkup: Checkup, style: Style) -> str:
    """Return what was found; ids, states and keys of facts are stable."""
    return dump(
        {
            "schema": SCHEMA,
            "version": checkup.version,
            "summary": {state: checkup.number(state) for state in STATES},
            "checks": [
                {
                    "id": check.id,
                    "name": check.name.into(style),
                    "state": check.state,
                    "says": in_style(check.says, style),
                    "help": check.help and check.help.into(style),
                    "facts": dict(check.facts),
                }
                for check in checkup.checks
            ],
        }
    )
