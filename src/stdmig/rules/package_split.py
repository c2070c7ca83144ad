"""A package whose systems cut over on different days (パッケージの分割)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import shown
from stdmig.diagnostics import Severity
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.schedule import PackageSplit, package_splits
from stdmig.words import listing, text


def package_split(context: Context) -> Iterator[Hit]:
    """Yield the packages that leave in parts: once each, with all their days."""
    for split in package_splits(context.plan):
        message = text(
            "{package}: its units are cut over on {n} different days, {days}",
            n=len(split.days),
            package=split.package,
            days=listing(shown(part.day) for part in split.days),
        )
        yield Hit(
            _subject(split),
            message,
            context.inventory.locate((*split.days[0].installations[0].path, "package")),
            {
                "days": [
                    {
                        "cutover": part.day.isoformat(),
                        "systems": [system.id for system in part.systems],
                        "units": [placed.id for placed in part.installations],
                    }
                    for part in split.days
                ]
            },
            details=tuple(
                text(
                    "{day}: {systems}",
                    day=shown(part.day),
                    systems=listing(system.title for system in part.systems),
                )
                for part in split.days
            ),
        )


def _subject(split: PackageSplit) -> dict[str, str]:
    named = {"package": split.package}
    return named if split.vendor is None else {**named, "vendor": split.vendor}


RULE = Rule(
    code="STD402",
    name="package-split",
    severity=Severity.WARNING,
    subjects=(
        (
            "package",
            "vendor",
        ),
        ("package",),
    ),
    title=text("a package is cut over in parts"),
    help=text(
        "cut its systems over on one day, or agree with the vendor how the parts that"
        " stay behind are run, paid for and linked"
    ),
    why=text(
        "The systems of one package share their data, and often a contract. Where some"
        " of them leave first, the rest must run on, and be paid for, without them, and"
        " what was one database needs bridges in both directions."
    ),
    example=Example("""\
systems:
  - {id: juki, cutover: 2025-10-01, units: [{section: 市民課, package: TownSys}]}
  - {id: kojin, cutover: 2026-01-05, units: [{section: 税務課, package: TownSys}]}
"""),
    run=package_split,
)
