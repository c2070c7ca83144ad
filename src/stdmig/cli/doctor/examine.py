"""Look at every part; what cannot be looked at is said, and stops nothing (確認)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from stdmig import __version__
from stdmig.cli.doctor.completion import check_completion
from stdmig.cli.doctor.console import check_console
from stdmig.cli.doctor.data import check_data
from stdmig.cli.doctor.fonts import check_fonts
from stdmig.cli.doctor.git import check_git
from stdmig.cli.doctor.heard import brief
from stdmig.cli.doctor.language import check_language
from stdmig.cli.doctor.parts import check_parts
from stdmig.cli.doctor.pdf import check_pdf
from stdmig.cli.doctor.program import check_program, check_python
from stdmig.cli.doctor.workspace import check_workspace
from stdmig.render.doctor.checkup import Check, Checkup
from stdmig.words import Text, text


def examine(workspace: Path | None) -> Checkup:
    """Return the state of this machine, and of a workspace as it is found from here."""
    looks: tuple[tuple[str, Text, Callable[[], Check]], ...] = (
        ("program", text("stdmig"), check_program),
        ("python", text("Python"), check_python),
        ("parts", text("parts"), check_parts),
        ("data", text("packaged files"), check_data),
        ("workspace", text("workspace"), partial(check_workspace, workspace)),
        ("console", text("console"), check_console),
        ("language", text("language"), check_language),
        ("fonts", text("fonts"), check_fonts),
        ("pdf", text("PDF"), check_pdf),
        ("git", text("git"), check_git),
        ("completion", text("completion"), check_completion),
    )
    return Checkup(__version__, tuple(_looked_at(*each) for each in looks))


def _looked_at(id: str, name: Text, look: Callable[[], Check]) -> Check:
    try:
        return look()._replace(id=id, name=name)
    except Exception as error:
        # Whoever runs this has a broken machine; the other parts are still of use.
        says = text("cannot be looked at: {error}", error=brief(repr(error)))
        return Check(id, name, "problem" if id in _ESSENTIAL else "note", says)


_ESSENTIAL = {"program", "python", "parts", "data"}
"""Without these no command works."""
