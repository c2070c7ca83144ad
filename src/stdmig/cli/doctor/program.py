"""Which stdmig and which Python run here (版)."""

from __future__ import annotations

import sys
import sysconfig
from pathlib import Path

import stdmig
from stdmig.cli.doctor.found import note, ok
from stdmig.render.doctor.checkup import Check
from stdmig.words import text

_BITS_64 = 2**32


def check_program() -> Check:
    """Return version and place of stdmig."""
    folder = str(Path(stdmig.__file__).parent)
    says = text("{version} in {place}", version=stdmig.__version__, place=folder)
    return ok(says, version=stdmig.__version__, folder=folder)


def check_python() -> Check:
    """Return version, place and system of Python."""
    # platform.platform() asks Windows for what takes it seconds.
    version = sys.version.split()[0]
    system, release = sysconfig.get_platform(), _release()
    says = text(
        "{version} ({system} {release}) in {place}",
        version=version,
        system=system,
        release=release,
        place=sys.executable,
    )
    facts = {
        "version": version,
        "system": system,
        "release": release,
        "executable": sys.executable,
    }
    if sys.maxsize < _BITS_64:
        help = text("the offline set is made for the 64-bit Python; take that one")
        return note(says, help, **facts)
    return ok(says, **facts)


def _release() -> str:
    """Return the version of the system's kernel."""
    if sys.platform == "win32":
        windows = sys.getwindowsversion()
        return f"{windows.major}.{windows.minor}.{windows.build}"
    import os

    return os.uname().release
