"""The offline set as one zip: the same wheels give the same bytes (ZIPの作成)."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from scripts.offline.lock import Pin
from scripts.offline.target import Platform
from scripts.offline.wheel import Wheel

_TEXTS = Path(__file__).resolve().parents[2] / "offline"
_INSTALLER = Path(__file__).with_name("install.py")
_STAMP = (1980, 1, 1, 0, 0, 0)


class Contents(NamedTuple):
    """
    What a set is made of.

    Attributes
    ----------
    own
        The project's wheel.
    wheels
        Everything else, pip among it.
    """

    platform: Platform
    pythons: tuple[str, ...]
    pins: tuple[Pin, ...]
    own: Wheel
    wheels: tuple[Wheel, ...]

    @property
    def folder(self) -> str:
        """The name of the set, which its zip has too."""
        return f"stdmig-{self.own.version}-{self.platform.name}"


def files_of(contents: Contents) -> dict[str, bytes]:
    """Return every file of the set by its path, the list of checksums among them."""
    wheels = sorted((contents.own, *contents.wheels))
    files = {f"wheels/{each.file}": each.data for each in wheels}
    files["installer/install.py"] = _INSTALLER.read_bytes()
    files["installer/requirements.txt"] = _requirements(contents).encode()
    files["installer/target.json"] = _target(contents).encode()
    words = {
        "VERSION": contents.own.version,
        "FOLDER": contents.folder,
        "PYTHONS": ", ".join(contents.pythons),
        "NEWEST_FIRST": " ".join(reversed(contents.pythons)),
        "TUPLES": repr([tuple(map(int, each.split("."))) for each in contents.pythons]),
    }
    if contents.platform.name == "windows":
        # Notepad tells Japanese by the mark, and old ones want both line ends; cmd
        # reads a batch file in the code page of the PC.
        files["install.bat"] = _text("install.bat", words, "\r\n", "cp932")
        files["はじめに.txt"] = _text(
            "start.windows.ja.txt", words, "\r\n", "utf-8-sig"
        )
        files["README.txt"] = _text("start.windows.txt", words, "\r\n", "utf-8-sig")
        files["LICENSES.txt"] = _licences(wheels, "\r\n")
    else:
        files["install.sh"] = _text("install.sh", words)
        files["はじめに.txt"] = _text("start.linux.ja.txt", words)
        files["README.txt"] = _text("start.linux.txt", words)
        files["LICENSES.txt"] = _licences(wheels, "\n")
    files["SHA256SUMS"] = _sums(files)
    return files


def _text(
    name: str, words: Mapping[str, str], ends: str = "\n", encoding: str = "utf-8"
) -> bytes:
    written = (_TEXTS / name).read_text(encoding="utf-8")
    for word, value in words.items():
        written = written.replace(f"@{word}@", value)
    return written.replace("\n", ends).encode(encoding)


def _requirements(contents: Contents) -> str:
    """Return the lock of the set, without pip: that installs, and stays outside."""
    own = contents.own
    digest = hashlib.sha256(own.data).hexdigest()
    mine = Pin(own.name, own.version, None, (f"sha256:{digest}",))
    there = {(each.name, each.version) for each in contents.wheels}
    pins = [
        pin
        for pin in contents.pins
        if (pin.name, pin.version) in there and pin.name != "pip"
    ]
    return "".join(pin.line(marker=True) for pin in (mine, *pins))


def _target(contents: Contents) -> str:
    target = {
        "version": contents.own.version,
        "runs_on": contents.platform.runs,
        "pythons": list(contents.pythons),
    }
    return json.dumps(target, indent=2) + "\n"


def _licences(wheels: Iterable[Wheel], ends: str) -> bytes:
    rows = sorted({(each.name, each.version, each.licence) for each in wheels})
    lines = [f"{name:<20}{version:<12}{licence}" for name, version, licence in rows]
    head = "Each wheel holds the full text of its licence."
    return "".join(f"{each}{ends}" for each in (head, "", *lines)).encode()


def _sums(files: Mapping[str, bytes]) -> bytes:
    return "".join(
        f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)
    ).encode()


def zipped(folder: str, files: Mapping[str, bytes]) -> bytes:
    """Return files as a zip below one folder: sorted, without clock or packing."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(files):
            # Wheels are packed already; other packers would give other bytes.
            entry = zipfile.ZipInfo(f"{folder}/{name}", _STAMP)
            entry.create_system = 3
            runs = name.endswith(".sh")
            entry.external_attr = (0o100755 if runs else 0o100644) << 16
            archive.writestr(entry, files[name])
    return target.getvalue()
