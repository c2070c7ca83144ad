"""The comment by which an editor finds the schema of a file (スキーマの指定)."""

from __future__ import annotations

from stdmig.inventory.schema.files import InputFile

FOLDER = "schemas"
"""Where the schemas lie beside the files of a workspace."""


def modeline(file: InputFile, folder: str = FOLDER) -> str:
    """
    Return the comment; it may stand on any line above the first key.

    Parameters
    ----------
    file
        The file in which it stands.
    folder
        Where its schema lies, seen from that file, with ``/`` between its parts.
    """
    return f"# yaml-language-server: $schema={folder}/{file.schema_name}"


def with_modeline(file: InputFile, written: str, folder: str = FOLDER) -> str:
    """
    Return the text of a file in which the modeline leads to a folder.

    The one that stands above its first key is replaced; where there is none, it is
    put on the first line.
    """
    lines = written.split("\n")
    wanted = modeline(file, folder)
    for place, line in enumerate(lines):
        if line.strip() and not line.startswith("#"):
            break
        if line.startswith("# yaml-language-server:"):
            return "\n".join([*lines[:place], wanted, *lines[place + 1 :]])
    return "\n".join([wanted, *lines])
