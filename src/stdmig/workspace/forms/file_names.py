"""Names of files and folders that every system can hold (ファイル名)."""

from __future__ import annotations

import re
import unicodedata

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\s]+')
_DIRECTIONS = re.compile(
    "[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_DEVICES = re.compile(r"(?i:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")
"""Windows opens the device instead (Microsoft, "Naming Files, Paths, Namespaces")."""

_MOST = 120
"""Bytes: Linux allows 255, and something may be put before and behind."""


def safe_name(name: str, otherwise: str = "town") -> str:
    """
    Return a name of one file or folder; most Japanese names stay what they are.

    It has no character that Windows forbids, no invisible one, no blank, no dot at
    its beginning or end, and no name of a device.
    """
    plain = _DIRECTIONS.sub("", unicodedata.normalize("NFC", name))
    plain = _UNFIT.sub("_", plain).strip("._ ")
    plain = plain.encode("utf-8")[:_MOST].decode("utf-8", "ignore").rstrip("._ ")
    if _DEVICES.fullmatch(plain):
        return f"_{plain}"
    return plain or otherwise


def unique_name(wanted: str, taken: set[str]) -> str:
    """Return a name that none of the taken ones equals, whatever their case; add it."""
    name, number = wanted, 2
    while name.casefold() in taken:
        name, number = f"{wanted}-{number}", number + 1
    taken.add(name.casefold())
    return name
