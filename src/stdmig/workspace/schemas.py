"""Make the schemas of the input files (スキーマの作成)."""

from __future__ import annotations

from functools import lru_cache

from stdmig.inventory.schema.files import INPUT_FILES, InputFile
from stdmig.inventory.schema.json_schema import json_schema
from stdmig.render.jsonable import dump
from stdmig.words import Style
from stdmig.workspace.write import encoded


@lru_cache(maxsize=64)
def schema_json(file: InputFile, style: Style) -> str:
    """Return the JSON Schema of a file, in the words of a style."""
    return dump(json_schema(file, style))


def schema_files(style: Style) -> dict[str, bytes]:
    """Return the schemas of all files, by the names under which they are written."""
    return {file.schema_name: encoded(schema_json(file, style)) for file in INPUT_FILES}
