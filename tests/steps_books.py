"""Forms of steps as ministry, prefecture and town lay them out (試験用の様式)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from stdmig.inventory.status_words import MINISTRY_WORDS
from tests.intake.books import book, parts

TOWN = """\
schema: stdmig.systems/1
municipality: {name: 見本町, code: "462250"}
systems:
  - id: juki
    units: [{section: 住民課, vendor: 甲社}]
  - id: kojin
    units: [{section: 税務課, vendor: 甲社}]
  - id: kodomo
    units: [{section: 子育て課, vendor: 乙社}]
  - {id: seiho, applies: false, reason: 福祉事務所を置いていない。}
"""
DONE, STARTED, WAITING, NONE = MINISTRY_WORDS.values()
_KNOWN = {24: "RFPベンダー質問回答", 25: "ベンダーからのRFP回答"}
NAMES = tuple(_KNOWN.get(number, f"第{number}の作業") for number in range(1, 41))
HEAD = ("都道府県名", "市区町村名", "業務名", *NAMES)
"""The header of the workbook that the ministry publishes."""

Row = Sequence[str | int | None]


def states(done: int, started: int = 0, none: int = 0) -> tuple[str, ...]:
    """Return the states of 40 steps."""
    words = (DONE,) * done + (STARTED,) * started + (NONE,) * none
    return words + (WAITING,) * (40 - len(words))


def cell(name: str, value: str | int | None, style: int | None = None) -> str:
    """Return a cell of a worksheet as XML."""
    look = "" if style is None else f' s="{style}"'
    if value is None:
        return f'<c r="{name}"{look}/>' if look else ""
    if isinstance(value, int):
        return f'<c r="{name}"{look}><v>{value}</v></c>'
    plain = escape(value)
    return f'<c r="{name}"{look} t="inlineStr"><is><t>{plain}</t></is></c>'


def letters(column: int) -> str:
    """Return what a spreadsheet calls a column, from 0."""
    first, last = divmod(column, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)


def sheet(*rows: Row, after: str = "") -> str:
    """Return what stands inside a worksheet's root."""
    lines = [
        f'<row r="{number}">'
        + "".join(
            cell(f"{letters(column)}{number}", value)
            for column, value in enumerate(row)
        )
        + "</row>"
        for number, row in enumerate(rows, start=1)
    ]
    return f"<sheetData>{''.join(lines)}</sheetData>{after}"


def form(*rows: Row, after: str = "") -> bytes:
    """Return a workbook with one sheet of these rows."""
    return book(parts(sheet(*rows, after=after)))


def published() -> bytes:
    """Return the ministry's table with three systems of the town among others."""
    return form(
        HEAD,
        ("鹿児島県", "霧島市", "住民記録", *states(40)),
        ("鹿児島県", "見本町", "住民記録", *states(30, 2)),
        ("鹿児島県", "見本町", "個人住民税", *states(20, 0, 3)),
        ("鹿児島県", "見本町", "子ども・子育て支援", *states(0)),
        ("鹿児島県", "見本町", "生活保護", *states(0, 0, 40)),
    )


def town(folder: Path, progress: str | None = None) -> Path:
    """Return a workspace."""
    folder.mkdir()
    (folder / "systems.yaml").write_text(TOWN, "utf-8")
    if progress is not None:
        (folder / "progress.yaml").write_text(progress, "utf-8", newline="")
    return folder
