"""A new file: what it is for, its schema, its content (ファイルの新規作成)."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel

from stdmig.inventory.schema.files import INPUT_FILES
from stdmig.inventory.schema.modeline import modeline
from stdmig.inventory.writing.comment import comment
from stdmig.words import Style, Text


def whole_file(
    model: type[BaseModel], header: Text, content: Iterable[str], style: Style
) -> bytes:
    """
    Return the bytes of a file.

    Parameters
    ----------
    model
        Which of the files it is.
    header
        What it is for, and what goes where.
    content
        The lines below the one with the schema.
    style
        Language of the header.
    """
    file = next(each for each in INPUT_FILES if each.model is model)
    head = [*comment(header, style), modeline(file), f"schema: {file.schema_id}"]
    # A name from elsewhere may hold what is no Unicode; no file could be read with it.
    return "".join(f"{line}\n" for line in (*head, *content)).encode("utf-8", "replace")
