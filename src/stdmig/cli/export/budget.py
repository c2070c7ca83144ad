"""``stdmig export budget``."""

from __future__ import annotations

from stdmig.cli.options import (
    AsOf,
    DatesOption,
    EncodingOption,
    Force,
    Lang,
    Output,
    Sample,
    Section,
    Workspace,
)
from stdmig.cli.output import emit_table
from stdmig.cli.session import (
    known_section,
    machine_style,
    plan_or_end,
    tell_circumstances,
)
from stdmig.workspace.section import lines_of


def budget(
    workspace: Workspace = None,
    sample: Sample = False,
    as_of: AsOf = None,
    section: Section = None,
    encoding: EncodingOption = "utf-8",
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    dates: DatesOption = None,
) -> None:
    """Write the budget request."""
    # Imported here, so that no other command waits for what it does not need.
    from stdmig.render.budget_csv import budget_csv

    planned = plan_or_end(workspace, sample, as_of)
    tell_circumstances(planned)
    lines = lines_of(planned.budget, known_section(section, planned.inventory))
    style = machine_style(lang, planned.inventory)
    sample = planned.inventory.sample
    emit_table(budget_csv(lines, style, encoding, sample=sample), output, force=force)
