"""Git, which keeps the history of a workspace (履歴)."""

from __future__ import annotations

import shutil
import subprocess

from stdmig.cli.doctor.found import note, ok
from stdmig.render.doctor.checkup import Check
from stdmig.words import text

_PATIENCE = 2.0
"""Seconds that a program may take to tell its version."""


def check_git() -> Check:
    """Return its version, or that it is not here."""
    program = shutil.which("git")
    if program is None:
        says = text("not found; planning works without it")
        help = text("with git the history of your files is kept; ask who runs this PC")
        return note(says, help, program=None, version=None)
    try:
        done = subprocess.run(
            [program, "--version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        says = text("{place} does not run: {error}", place=program, error=repr(error))
        return note(says, None, program=program, version=None)
    told = done.stdout.decode("utf-8", "replace").strip()
    return ok(told, program=program, version=told.removeprefix("git version "))
