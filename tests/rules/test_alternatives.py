"""How systems and days are told that a finding speaks of (候補日の提示)."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.rules import Finding
from stdmig.words import Style
from tests.helpers import ENGLISH
from tests.rules.planned import planned

SYSTEMS = ("kojin", "juki", "inkan", "kotei", "hojin")
TEMPLATE = """\
schema: stdmig.template/1
deadline: 2026-03-31
blackouts:
  - {system: kojin, months: [2, 3, 4, 5, 6], name: 当初課税, confidence: stated}
"""


def _found(number: int) -> Finding:
    """Return the finding of systems of one package, no day being left for them."""
    systems = "".join(
        f"  - {{id: {name}, units: [{{section: 税務課, package: 税}}]}}\n"
        for name in SYSTEMS[:number]
    )
    town = planned(
        "schema: stdmig.systems/1\nmunicipality: {name: 見本市}\n"
        f"systems:\n{systems}",
        template=TEMPLATE,
        as_of=date(2026, 2, 10),
    )
    (found,) = [each for each in town.findings if each.rule.code == "STD309"]
    return found


@pytest.mark.parametrize(
    ("number", "english", "japanese"),
    [
        (1, "Individual resident tax", "個人住民税"),
        (
            3,
            "Individual resident tax, Basic resident register, Seal registration",
            "個人住民税、住民基本台帳、印鑑登録",
        ),
        (4, "Individual resident tax and 3 others", "個人住民税ほか3業務"),
        (5, "Individual resident tax and 4 others", "個人住民税ほか4業務"),
    ],
)
def test_three_systems_are_named(number: int, english: str, japanese: str) -> None:
    """Of four the first is, and the others are counted."""
    message = _found(number).hit.message
    told, said = message.into(ENGLISH), message.into(Style("ja"))
    assert told == (
        f"{english}: no allowed cutover day is left from 2026-02-10 to the deadline"
        " 2026-03-31; planned on the deadline"
    )
    assert said.startswith(japanese)
