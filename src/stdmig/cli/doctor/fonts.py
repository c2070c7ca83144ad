"""Which Japanese fonts the pages and charts find here (フォント)."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from stdmig.cli.doctor.found import note, ok
from stdmig.cli.doctor.heard import heard
from stdmig.render.doctor.checkup import Check
from stdmig.words import listing, text
from stdmig.workspace.program import program_of

_FILES = {
    "Yu Gothic": "yugoth",
    "Meiryo": "meiryo",
    "BIZ UDGothic": "biz-udgothic",
    "MS Gothic": "msgothic",
    "Hiragino Sans": "ヒラギノ角ゴシック",
    "Noto Sans CJK JP": "notosanscjk",
    "Noto Sans JP": "notosansjp",
    "IPAexGothic": "ipaexg",
    "IPAGothic": "ipag",
}
"""How the file of each family begins, where fonts are looked for as files."""

_FAMILIES = (*_FILES, "TakaoGothic", "VL Gothic")

_LIST = 256 * 1024
"""Bytes of a list of fonts; a few thousand families."""


def check_fonts() -> Check:
    """Return the families that are here, none, or that nobody can tell."""
    families = _families()
    if families is None:
        says = text("cannot tell: fc-list is not here")
        return note(says, None, families=None)
    if not families:
        help = text(
            "pages and charts need one: {fonts}",
            fonts=listing(("Yu Gothic", "Meiryo", "Noto Sans CJK JP", "IPAexGothic")),
        )
        return note(text("no Japanese font is found"), help, families=[])
    return ok(text("{fonts}", fonts=listing(families)), families=families)


def _families() -> list[str] | None:
    if sys.platform in ("win32", "darwin"):
        return families_of(_names(font_folders(os.environ, sys.platform)))
    return _of_fontconfig()


def font_folders(environ: Mapping[str, str], system: str) -> list[Path]:
    """Return where Windows and macOS keep fonts, for all users and for this one."""
    if system == "darwin":
        roots = ("/System/Library/Fonts", "/Library/Fonts")
        return [*map(Path, roots), Path.home() / "Library" / "Fonts"]
    windows = Path(environ.get("WINDIR") or r"C:\Windows") / "Fonts"
    own = environ.get("LOCALAPPDATA")
    return [windows, *([Path(own, "Microsoft", "Windows", "Fonts")] if own else [])]


def _names(folders: Iterable[Path]) -> list[str]:
    names: list[str] = []
    for folder in folders:
        try:
            names += os.listdir(folder)
        except OSError:
            # A user without fonts of their own has no such folder.
            continue
    return names


def families_of(names: Iterable[str]) -> list[str]:
    """Return the families that files of these names hold."""
    there = [name.casefold() for name in names]
    return [
        family
        for family, start in _FILES.items()
        if any(name.startswith(start) for name in there)
    ]


def _of_fontconfig() -> list[str] | None:
    program = program_of("fc-list", os.environ)
    if program is None:
        return None
    lines = heard(program, ":lang=ja", "family", most=_LIST).splitlines()
    there = {name.strip() for line in lines for name in line.split(",")}
    return [family for family in _FAMILIES if family in there]
