"""Whether the shell completes words of stdmig (シェル補完)."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from stdmig.cli.doctor.found import ok
from stdmig.render.doctor.checkup import Check
from stdmig.words import listing, text
from stdmig.workspace.program import program_of
from stdmig.workspace.read import read_input

_CALL = "stdmig completion"

_WHOLE = (
    ".local/share/bash-completion/completions/stdmig",
    ".zfunc/_stdmig",
    ".config/fish/completions/stdmig.fish",
)
"""Files that hold a script and nothing else."""

_LINES = (
    ".bashrc",
    ".bash_profile",
    ".profile",
    ".zshrc",
    ".config/fish/config.fish",
    ".config/powershell/Microsoft.PowerShell_profile.ps1",
    "Documents/PowerShell/Microsoft.PowerShell_profile.ps1",
    "Documents/WindowsPowerShell/Microsoft.PowerShell_profile.ps1",
)
"""Files of a shell in which a line may call for the script."""


def check_completion() -> Check:
    """Return where completion is set up for the person at the keyboard."""
    files = list(set_up_in(Path.home()))
    if files:
        says = text("set up in {files}", files=listing(files))
        return ok(says, files=files)
    return not_set_up(shell_of(os.environ, sys.platform))


def not_set_up(shell: str | None) -> Check:
    """Return that there is none, which is a matter of taste and no fault."""
    if shell is None:
        says = text("the command prompt has none; there is nothing to do")
        return ok(says, files=[])
    says = text(
        "not set up, nor needed; the last line of 'stdmig completion {shell}' is the"
        " command that does it",
        shell=shell,
    )
    if shell == "powershell":
        says = text("{says} in PowerShell; the command prompt has none", says=says)
    return ok(says, files=[])


def set_up_in(home: Path) -> Iterator[str]:
    """Yield the files below a home folder that set completion up."""
    for name in _WHOLE:
        if (home / name).is_file():
            yield f"~/{name}"
    for name in _LINES:
        try:
            written = read_input(home / name)
        except OSError:
            continue
        # PowerShell of Windows writes UTF-16.
        if any(_CALL.encode(code) in written for code in ("ascii", "utf-16-le")):
            yield f"~/{name}"


def shell_of(environ: Mapping[str, str], system: str) -> str | None:
    """Return the shell that a person of this system most likely types into."""
    if system == "win32":
        there = any(
            program_of(each, environ, system) for each in ("powershell", "pwsh")
        )
        return "powershell" if there else None
    name = Path(environ.get("SHELL", "")).name
    return name if name in ("bash", "zsh", "fish") else "bash"
