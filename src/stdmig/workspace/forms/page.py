"""What became of forms, as it is shown (回収の結果)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from stdmig.intake.forms.town import TownNamed
from stdmig.render.forms.collected import CollectedPage, FormLine
from stdmig.workspace.forms.collect import Collected
from stdmig.workspace.forms.taken import Taken


def collected_page(
    collected: Collected, others: Sequence[Path], *, dry_run: bool
) -> CollectedPage:
    """
    Return what a person reads after forms were collected.

    Parameters
    ----------
    others
        Files of the folders that are no workbooks.
    dry_run
        Whether nothing was written.
    """
    return CollectedPage(
        tuple(map(_line, collected.forms)),
        tuple(map(_called, collected.missing)),
        collected.listed,
        tuple(each.name for each in others),
        tuple(each.as_posix() for each in collected.unlisted),
        dry_run,
    )


def _line(taken: Taken) -> FormLine:
    return FormLine(
        taken.file.as_posix(),
        _called(taken.town) if taken.town else None,
        taken.outcome,
        taken.folder.as_posix() if taken.folder else None,
        taken.changes,
        tuple((each.place, each.wording) for each in taken.remarks),
        taken.faults,
        taken.is_whole,
    )


def _called(town: TownNamed) -> str:
    return f"{town.name} ({town.code})" if town.code else town.name
