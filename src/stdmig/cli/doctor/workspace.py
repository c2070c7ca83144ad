"""The files that stdmig would work on from here (作業フォルダー)."""

from __future__ import annotations

from pathlib import Path

from stdmig.cli.doctor.found import note, ok, problem
from stdmig.render.doctor.checkup import Check, Fact
from stdmig.words import count, listing, text
from stdmig.workspace import FILE_NAMES, Request, read_workspace
from stdmig.workspace.files import SYSTEMS
from stdmig.workspace.open import find_folder


def check_workspace(asked: Path | None) -> Check:
    """Return which files are found from here, and whether they can be read."""
    folder = find_folder(asked)
    place = str(folder.absolute())
    files = sorted(name for name in FILE_NAMES if (folder / name).exists())
    facts: dict[str, Fact] = {"folder": place, "files": files, "faults": 0}
    if asked is None and SYSTEMS not in files:
        says = text("{place} holds no systems.yaml", place=place)
        help = text(
            "go to the folder that holds it, or name it with --workspace; stdmig init"
            " makes one, --sample shows the packaged city"
        )
        return note(says, help, **facts)
    faults = read_workspace(Request(folder)).faults
    if faults:
        says = count(
            "{n} fault in the files of {place}",
            "{n} faults in the files of {place}",
            len(faults),
            place=place,
        )
        help = text("stdmig check names each with its line and what to do")
        return problem(says, help, **{**facts, "faults": len(faults)})
    says = text("{place}: {files}", place=place, files=listing(files))
    return ok(says, **facts)
