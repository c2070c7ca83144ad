"""A command per paper: HTML, workbook, chart, project file, calendar (書類の出力)."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import said
from stdmig.cli.messages import complain, say, tell
from stdmig.cli.options import (
    AsOf,
    DatesOption,
    Force,
    Lang,
    Output,
    Sample,
    Section,
    Workspace,
)
from stdmig.cli.output import emit, emit_exactly
from stdmig.cli.session import (
    known_section,
    machine_style,
    plan_or_end,
    tell_circumstances,
)
from stdmig.cli.spared_screen import spare_the_screen
from stdmig.render.unprintable import UnprintableError
from stdmig.words import Text, text
from stdmig.workspace.papers import Paper


def command_for(paper: Paper) -> Callable[..., None]:
    """Return the command that writes a paper."""

    def command(
        workspace: Workspace = None,
        sample: Sample = False,
        as_of: AsOf = None,
        section: Section = None,
        output: Output = None,
        force: Force = False,
        lang: Lang = None,
        dates: DatesOption = None,
    ) -> None:
        from stdmig.workspace.dossier import dossier

        require(paper)
        if not paper.is_text:
            spare_the_screen(output, paper.file)
        planned = plan_or_end(workspace, sample, as_of)
        tell_circumstances(planned)
        section = known_section(section, planned.inventory)
        style = machine_style(lang, planned.inventory)
        try:
            result = paper.write(dossier(planned, section), style)
        except UnprintableError as fault:
            complain(fault.message, fault.help)
            raise typer.Exit(UNUSABLE) from fault
        if isinstance(result, str):
            emit_exactly(result, output, force=force)
        else:
            emit(result, output, force=force)

    return command


def require(paper: Paper) -> None:
    """
    Go on only if the optional part that a paper takes is installed.

    Raises
    ------
    typer.Exit
        With code 2 if it is not, after telling how to get it.
    """
    if paper.needs is None or is_at_hand(paper):
        return
    extra, module = paper.needs
    complain(
        text(
            "{paper} needs the optional part '{module}'",
            paper=paper.name,
            module=module,
        ),
        _how(extra, module),
    )
    raise typer.Exit(UNUSABLE)


def tell_left_out(paper: Paper) -> None:
    """Tell that a paper is not among the others, if its optional part is missing."""
    if paper.needs is None or is_at_hand(paper):
        return
    extra, module = paper.needs
    tell(
        text(
            "{file} is left out: the optional part '{module}' is not installed",
            file=paper.file,
            module=module,
        )
    )
    say(f"  {said(_how(extra, module))}")


def is_at_hand(paper: Paper) -> bool:
    """Return whether everything that a paper takes is installed."""
    return paper.needs is None or find_spec(paper.needs[1]) is not None


def _how(extra: str, module: str) -> Text:
    command = f"pip install '{_requirement(extra, module)}'"
    return text("install it: {command}", command=command)


def _requirement(extra: str, module: str) -> str:
    """Return what the package says of itself that the extra takes, versions and all."""
    from importlib.metadata import PackageNotFoundError, requires

    try:
        known = requires("stdmig") or []
    except PackageNotFoundError:
        known = []
    for each in known:
        named, _, condition = each.partition(";")
        if named.startswith(module) and f"'{extra}'" in condition.replace('"', "'"):
            return named.strip()
    return module
