"""Git, which keeps the history of a workspace (履歴)."""

from __future__ import annotations

import os
import subprocess

from stdmig.cli.doctor.found import note, ok
from stdmig.cli.doctor.heard import brief, heard
from stdmig.render.doctor.checkup import Check
from stdmig.words import text
from stdmig.workspace.program import program_of


def check_git() -> Check:
    """Return its version, or that it is not here."""
    program = program_of("git", os.environ)
    if program is None:
        says = text("not found; planning works without it")
        help = text("with git the history of your files is kept; ask who runs this PC")
        return note(says, help, program=None, version=None)
    try:
        lines = heard(program, "--version").splitlines()
    except (OSError, subprocess.SubprocessError) as error:
        why = brief(repr(error))
        says = text("{place} does not run: {error}", place=program, error=why)
        return note(says, None, program=program, version=None)
    told = brief(lines[0]) if lines else program
    return ok(told, program=program, version=told.removeprefix("git version "))
