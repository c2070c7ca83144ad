"""Municipalities made up for the roll-up (団体の例)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st

from stdmig.outlook.portfolio.town import (
    SystemState,
    Town,
    TownContract,
    TownDue,
    TownFinding,
    TownPurchase,
    TownSystem,
    TownWork,
    VendorLimit,
)

AS_OF = date(2024, 4, 1)
TODAY = AS_OF.toordinal()


def system(id_: str = "juki", state: SystemState = "fits", **values: Any) -> TownSystem:
    """Return a system that is well unless something else is said."""
    known: dict[str, Any] = {
        "id": id_,
        "state": state,
        "cutover": TODAY + 600,
        "deadline": TODAY + 700,
        "early": TODAY + 500,
        "earliest": TODAY + 400,
        "float_days": 100,
        "gap_days": 0,
        "designated": False,
        "reason": None,
        "completion": None,
        "done": 0,
        "started": 0,
        "not_applicable": 0,
        "steps": 0,
        "errors": 0,
        "warnings": 0,
        "vendors": (),
        "packages": (),
    }
    return TownSystem(**{**known, **values})


def town(place: str, *systems: TownSystem, **values: Any) -> Town:
    """Return a municipality with nothing but what is said."""
    known: dict[str, Any] = {
        "place": place,
        "name": place,
        "name_en": None,
        "code": None,
        "population": None,
        "work_done": 0.0,
        "work_whole": 0.0,
        "systems": systems,
        **dict.fromkeys(
            ("contracts", "work", "purchases", "due", "findings", "limits"), ()
        ),
    }
    return Town(**{**known, **values})


def work(
    vendor: str, item: str, start: date, finish: date, *systems: str, **values: Any
) -> TownWork:
    """Return work of a vendor; `finish` is the day after the last."""
    package = values.pop("package", None)
    span = start.toordinal(), finish.toordinal()
    return TownWork(vendor, package, item, *span, systems, **values)


_VENDORS = st.sampled_from(["甲社", "乙社"])
_SYSTEMS = st.sampled_from(["juki", "kojin", "kenko", "beyond"])
_FEW = st.integers(0, 3)
_DAYS = st.integers(TODAY - 100, TODAY + 900)


def _several(made: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[Any]:
    return st.lists(made, max_size=most).map(tuple)


_MADE_SYSTEMS = st.builds(
    system,
    _SYSTEMS,
    st.sampled_from(get_args(SystemState)),
    float_days=st.integers(-50, 50),
    gap_days=st.integers(0, 2),
    designated=st.booleans(),
    done=st.integers(0, 20),
    not_applicable=st.integers(0, 20),
    steps=st.sampled_from([0, 40]),
    errors=_FEW,
    warnings=_FEW,
    vendors=_several(_VENDORS, 2).map(lambda names: tuple(dict.fromkeys(names))),
    packages=st.just(("製品",)),
)


@st.composite
def _works(draw: st.DrawFn) -> TownWork:
    start = draw(_DAYS)
    return TownWork(
        draw(_VENDORS),
        draw(st.sampled_from([None, "製品"])),
        draw(st.sampled_from(["13", "14", "15"])),
        start,
        start + draw(st.integers(0, 200)),
        tuple(draw(st.sets(_SYSTEMS, min_size=1))),
    )


def _unique(systems: Iterable[TownSystem]) -> tuple[TownSystem, ...]:
    return tuple({each.id: each for each in systems}.values())


@st.composite
def many_towns(draw: st.DrawFn) -> list[Town]:
    """Return up to six municipalities of any kind, each in a place of its own."""
    codes = st.sampled_from([None, "462250", "469017", "011002", "990000"])
    found = []
    for number in range(draw(st.integers(0, 6))):
        start = draw(_DAYS)
        found.append(
            town(
                f"towns/{number}",
                *_unique(draw(_several(_MADE_SYSTEMS))),
                code=draw(codes),
                work_done=draw(st.floats(0, 10)),
                work_whole=draw(st.floats(10, 20)),
                contracts=draw(
                    _several(
                        st.builds(
                            TownContract,
                            st.sampled_from(["c1", "c2"]),
                            st.just("契約"),
                            st.none() | _VENDORS,
                            st.none() | _DAYS,
                            st.none() | _DAYS,
                            _DAYS,
                            st.integers(0, 2),
                            st.none(),
                            st.booleans(),
                            st.just(("juki",)),
                        ),
                        2,
                    )
                ),
                work=draw(_several(_works())),
                purchases=(
                    TownPurchase(
                        "p",
                        "調達",
                        draw(st.sampled_from([None, "共同"])),
                        start,
                        start + 100,
                        start + 300,
                        ("juki",),
                    ),
                ),
                due=draw(
                    _several(
                        st.builds(
                            TownDue,
                            st.sampled_from(["request", "notice", "vote"]),
                            _DAYS,
                            st.sampled_from([None, 2025]),
                            st.integers(1, 3),
                        )
                    )
                ),
                findings=draw(
                    _several(
                        st.builds(
                            TownFinding,
                            st.sampled_from(["STD201", "STD302"]),
                            st.sampled_from(["error", "warning", "note"]),
                            st.integers(1, 3),
                        )
                    )
                ),
                limits=draw(
                    _several(
                        st.builds(
                            VendorLimit,
                            _VENDORS,
                            st.sampled_from([("14",), ("14", "15")]),
                            st.integers(0, 30).map(lambda limit: (limit,) * 12),
                        ),
                        1,
                    )
                ),
            )
        )
    return found
