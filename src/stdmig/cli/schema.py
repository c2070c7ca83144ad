"""``stdmig schema``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from stdmig.cli.language import said
from stdmig.cli.messages import say, tell
from stdmig.cli.options import Force, Lang, Output
from stdmig.cli.output import emit_exactly
from stdmig.cli.session import machine_style
from stdmig.cli.target_folder import ForceAll, fill_or_end, folder_named, spare
from stdmig.inventory.schema.files import INPUT_FILES, InputFile
from stdmig.words import text


def command_for(file: InputFile) -> Callable[..., None]:
    """Return the command that writes the schema of a file."""

    def command(output: Output = None, force: Force = False, lang: Lang = None) -> None:
        from stdmig.workspace.schemas import schema_json

        made = schema_json(file, machine_style(lang, None))
        emit_exactly(made, output, force=force)

    return command


def folder(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="DIR",
            show_default=False,
            parser=folder_named,
            help=said(text("Folder to write, made if new; else 'schemas'.")),
        ),
    ] = None,
    force: ForceAll = False,
    lang: Lang = None,
) -> None:
    """Write all schemas, and tell the line that leads an editor to each."""
    from stdmig.inventory.schema.modeline import modeline
    from stdmig.workspace.schemas import schema_files

    target = folder or Path("schemas")
    spare(target, tuple(file.schema_name for file in INPUT_FILES), force=force)
    made = schema_files(machine_style(lang, None))
    fill_or_end(target, made)
    tell(text("An editor finds a schema by a line such as this above the first key:"))
    say(modeline(INPUT_FILES[0], target.name))
