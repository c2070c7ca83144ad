"""Lists, forms and workbooks as they never should come back (表の破損)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from random import Random

from tests.fuzz import byte_faults
from tests.fuzz.files import Files

_CELLS = (
    *(
        "",
        " ",
        "=1+1",
        "x" * 40_000,
        "長" * 3000,
        "令和0年1月1日",
        "2026-02-30",
        "9" * 400,
    ),
    *(
        "1e999",
        "-1",
        "同上",
        "〃",
        "合計",
        "a\rb",
        '"',
        "'",
        ",",
        "\t",
        "住民課\n税務課",
    ),
    *("\u202e", "\u3000", "\U00020bb7", "#REF!", "TRUE", "45000", "99999999", "年額 1"),
    *(
        "令和3年4月1日～令和8年3月31日",
        "R3.4.1-R2.3.31",
        "～",
        "①",
        "juki",
        "住民基本台帳",
    ),
)


def odd_cells(random: Random, data: bytes) -> bytes:
    """Write odd things into cells of a CSV file."""
    rows = [line.split(b",") for line in data.split(b"\n")]
    for _ in range(random.choice((1, 3, 30))):
        row = random.choice(rows)
        cell = random.choice(_CELLS).encode("utf-8")
        if random.random() < 0.5:
            cell = b'"' + cell.replace(b'"', b'""') + b'"'
        row[random.randrange(len(row))] = cell
    return b"\n".join(b",".join(row) for row in rows)


def ragged(random: Random, data: bytes) -> bytes:
    """Let rows be of different lengths, some of them very long."""
    rows = data.split(b"\n")
    for _ in range(random.choice((1, 3))):
        at = random.randrange(len(rows))
        rows[at] = random.choice(
            (rows[at] * 2, rows[at] + b"," * 20_000, rows[at].partition(b",")[0])
        )
    return b"\n".join(rows)


def other_delimiter(random: Random, data: bytes) -> bytes:
    """Separate cells with something else."""
    return data.replace(b",", random.choice((b";", b"\t", b"|", "，".encode())))


def part_of_archive(random: Random, data: bytes) -> bytes:
    """Spoil, drop or repeat a part of a workbook."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = {name: archive.read(name) for name in archive.namelist()}
    except Exception:
        # An earlier fault left no archive.
        return data
    if not parts:
        return data
    name = random.choice(list(parts))
    how = random.randrange(6)
    if how == 0:
        del parts[name]
    elif how == 1:
        parts[name] = b""
    elif how == 2:
        bomb = b'<!DOCTYPE a [<!ENTITY b "bbbb">]>'
        parts[name] = parts[name].replace(b"?>", b"?>" + bomb, 1)
    elif how == 3:
        parts[name] = parts[name] * 2
    else:
        parts[name] = random.choice(byte_faults.KINDS)(random, parts[name])
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for each, content in parts.items():
            made.writestr(zipfile.ZipInfo(each), content)
    return stream.getvalue()


_OF_TEXT: tuple[Callable[[Random, bytes], bytes], ...] = (
    *(odd_cells, odd_cells, odd_cells, ragged, other_delimiter),
    *byte_faults.KINDS,
)
_OF_BOOKS: tuple[Callable[[Random, bytes], bytes], ...] = (
    *(part_of_archive, part_of_archive, part_of_archive, part_of_archive),
    *(byte_faults.flip, byte_faults.cut, byte_faults.noise, byte_faults.empty),
)


def spoil(random: Random, files: Files) -> str:
    """Spoil a list or a workbook, and return what was done."""
    names = [name for name in files if name.endswith((".csv", ".xlsx"))]
    if not names:
        return "no tables"
    name = random.choice(names)
    kind = random.choice(_OF_TEXT if name.endswith(".csv") else _OF_BOOKS)
    files[name] = kind(random, files[name])
    return f"{kind.__name__} in {name}"
