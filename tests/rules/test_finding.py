"""Names of findings where many are told in one line (指摘の列挙)."""

from __future__ import annotations

import hashlib

import pytest

from stdmig.rules import named, several
from stdmig.rules.hit import fingerprint
from stdmig.words import Style
from tests.helpers import ENGLISH

TEN = ", ".join(f"system:s{number}" for number in range(10))


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (1, "system:s0"),
        (10, TEN),
        (11, f"{TEN} and 1 more"),
        (25, f"{TEN} and 15 more"),
    ],
)
def test_ten_of_many_are_named(number: int, told: str) -> None:
    """What is more is counted, and nothing is said where nothing is more."""
    subjects = [{"system": f"s{place}"} for place in range(number)]
    assert several(subjects).into(ENGLISH) == told


def test_each_kind_stands_before_its_id() -> None:
    """A subject of several kinds has a space between them."""
    subject = {"system": "kojin", "confidence": "stated"}
    assert named(subject) == "system:kojin confidence:stated"
    assert several([subject, {"unit": "juki"}]).into(Style("ja")) == (
        "system:kojin confidence:stated、unit:juki"
    )


def test_fingerprint_is_made_of_code_and_subject_alone() -> None:
    """Baselines hold it: it never changes, however the kinds are ordered."""
    plain = b"STD307\x1fconfidence=stated\x1fsystem=kojin"
    told = hashlib.sha256(plain).hexdigest()[:16]
    subject = {"system": "kojin", "confidence": "stated"}
    assert fingerprint("STD307", subject) == told
    assert fingerprint("STD307", dict(reversed(subject.items()))) == told
