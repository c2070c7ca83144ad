"""Tiny wheels: a set is made and installed without a network (模擬配布物)."""

from __future__ import annotations

import base64
import hashlib
import zipfile
from io import BytesIO

from scripts.offline.bundle import Contents
from scripts.offline.lock import Pin
from scripts.offline.target import PLATFORMS, Platform
from scripts.offline.wheel import Wheel, read_wheel

WINDOWS, LINUX = PLATFORMS


def wheel(
    name: str,
    version: str = "1.0",
    *,
    metadata: tuple[str, ...] = (),
    files: dict[str, str] | None = None,
) -> Wheel:
    """Return a wheel that pip installs, with a module or two and what it says."""
    info = f"{name}-{version}.dist-info"
    head = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}", *metadata]
    held = {
        **(files or {f"{name}.py": ""}),
        f"{info}/METADATA": "\n".join(head) + "\n\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\n"
        "Root-Is-Purelib: true\nTag: py3-none-any\n",
    }
    rows = []
    for path, text in held.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest())
        checksum = digest.rstrip(b"=").decode()
        rows.append(f"{path},sha256={checksum},{len(text.encode())}")
    held[f"{info}/RECORD"] = "\n".join([*rows, f"{info}/RECORD,,"]) + "\n"
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for path, text in held.items():
            archive.writestr(zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0)), text)
    return read_wheel(f"{name}-{version}-py3-none-any.whl", target.getvalue())


def pin(wheel: Wheel, marker: str | None = None) -> Pin:
    """Return the pin of a wheel."""
    digest = hashlib.sha256(wheel.data).hexdigest()
    return Pin(wheel.name, wheel.version, marker, (f"sha256:{digest}",))


def stdmig(says: str = "stdmig 9.9") -> Wheel:
    """Return a program of our name that says one thing."""
    return wheel(
        "stdmig",
        "9.9",
        metadata=("License-Expression: MIT", "Requires-Dist: helper>=1"),
        files={
            "stdmig/__init__.py": "",
            "stdmig/__main__.py": "import helper, sys\n"
            f"def start():\n    print({says!r}, *sys.argv[1:])\n",
        },
    )


def contents(platform: Platform = LINUX, *more: Wheel, says: str = "") -> Contents:
    """Return a set of two tiny wheels and what else is given."""
    helper = wheel("helper", "1.5", metadata=("License: BSD\n\tand so on",))
    wheels = (helper, *more)
    pins = tuple(map(pin, wheels))
    own = stdmig(says) if says else stdmig()
    return Contents(platform, ("3.11", "3.12"), pins, own, wheels)
