"""``stdmig schema``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import said
from stdmig.cli.options import Force, Lang, Output
from stdmig.cli.output import complain_of, emit_exactly, say, tell, tell_written
from stdmig.cli.session import machine_style
from stdmig.cli.target_folder import folder_named, spare
from stdmig.inventory.schema.files import INPUT_FILES, InputFile
from stdmig.words import text
from stdmig.workspace.write import write_folder


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
    force: Force = False,
    lang: Lang = None,
) -> None:
    """Write all schemas, and tell the line that leads an editor to each."""
    from stdmig.inventory.schema.modeline import modeline
    from stdmig.workspace.schemas import schema_files

    target = folder or Path("schemas")
    spare(target, tuple(file.schema_name for file in INPUT_FILES), force=force)
    made = schema_files(machine_style(lang, None))
    try:
        write_folder(target, made)
    except OSError as error:
        complain_of(target.as_posix(), error)
        raise typer.Exit(UNUSABLE) from None
    for name in made:
        tell_written(target / name)
    tell(text("An editor finds a schema by a line such as this above the first key:"))
    say(modeline(INPUT_FILES[0], target.name))
