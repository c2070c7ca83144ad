"""What ``--slip`` refuses, and what it says then."""

from __future__ import annotations

import pytest
import typer

from stdmig.cli.slip_option import refuse_unknown, slips_or_end
from stdmig.outlook.portfolio.town import Town, TownSystem
from stdmig.outlook.slip.supposed import SupposedSlip


def town(*vendors: str) -> Town:
    """Return a municipality with one system of some vendors."""
    system = TownSystem(
        "juki",
        "fits",
        None,
        None,
        None,
        None,
        None,
        0,
        designated=False,
        reason=None,
        completion=None,
        done=0,
        started=0,
        not_applicable=0,
        steps=0,
        errors=0,
        warnings=0,
        vendors=vendors,
        packages=(),
    )
    return Town(
        "town", "町", None, None, None, 0.0, 0.0, (system,), (), (), (), (), (), ()
    )


def test_slips_are_read() -> None:
    """Several are read in their order; none is none."""
    assert slips_or_end([]) == ()
    assert slips_or_end(["甲=6m", "乙=各1年"]) == (
        SupposedSlip("甲", 6),
        SupposedSlip("乙", 12, each=True),
    )


def test_every_fault_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """All that cannot be read is told at once, with exit code 2."""
    with pytest.raises(typer.Exit) as end:
        slips_or_end(["甲", "乙=6w", "丙=6m", "㈱丙=3m"])
    assert end.value.exit_code == 2
    told = " ".join(capsys.readouterr().err.split())
    assert "甲" in told
    assert "6w" in told
    assert "㈱丙" in told


def test_unknown_vendors_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """A vendor that nobody has is refused with the nearest names."""
    refuse_unknown([town("架空しらかば(株)")], [SupposedSlip("架空しらかば", 6)])
    with pytest.raises(typer.Exit) as end:
        refuse_unknown([town("架空しらかば(株)")], [SupposedSlip("しらかば", 6)])
    assert end.value.exit_code == 2
    assert "架空しらかば(株)" in capsys.readouterr().err
