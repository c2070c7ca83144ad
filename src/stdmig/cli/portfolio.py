"""``stdmig portfolio``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from stdmig.cli.clock import today
from stdmig.cli.counter import Counter
from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import written_for
from stdmig.cli.messages import complain, tell
from stdmig.cli.options import DatesOption, EncodingOption, Force, Lang, Output, Sample
from stdmig.cli.output import emit
from stdmig.cli.portfolio_choice import known_prefectures, known_systems
from stdmig.cli.portfolio_options import (
    Cache,
    FormatOption,
    Jobs,
    More,
    NoCache,
    OneDay,
    Places,
    Prefectures,
    Systems,
    Top,
)
from stdmig.cli.portfolio_output import emit_portfolio, tell_broken
from stdmig.cli.refuse_early import refuse_early
from stdmig.cli.screen import screen
from stdmig.cli.slip_option import Slips, refuse_unknown, slips_or_end
from stdmig.dates import shown
from stdmig.words import text

if TYPE_CHECKING:
    from stdmig.outlook.portfolio.portfolio import Portfolio
    from stdmig.outlook.portfolio.town import Town
    from stdmig.outlook.slip.supposed import SupposedSlip
    from stdmig.workspace.portfolio import Gathered, Listed
    from stdmig.workspace.portfolio.slip import Slipped


def portfolio(
    places: Places = None,
    workspace: More = None,
    sample: Sample = False,
    as_of: OneDay = None,
    system: Systems = None,
    prefecture: Prefectures = None,
    slip: Slips = None,
    top: Top = 10,
    jobs: Jobs = None,
    cache: Cache = None,
    no_cache: NoCache = False,
    format: FormatOption = "text",
    encoding: EncodingOption = "utf-8",
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    dates: DatesOption = None,
) -> None:
    """Read and plan every workspace, and show what they come to together."""
    refuse_early(format, output, "portfolio.xlsx", force=force)
    slips = slips_or_end(slip or [])
    if slips and system:
        complain(text("--slip and --system exclude each other"))
        raise typer.Exit(UNUSABLE)
    prefectures = known_prefectures(prefecture or [])
    is_today = as_of is None and not sample
    named = [*(places or ()), *(workspace or ())]
    listed = _listed(named, sample=sample)
    if sample:
        gathered, day = _sample(as_of)
    else:
        day = as_of or today()
        kept = None if no_cache else cache or _own_cache()
        gathered = _gather(listed, day, jobs, kept)
    if is_today and format != "text":
        tell(text("as of {day} (today)", day=shown(day)))
    found = _rolled_up(listed, gathered, day, system or [], prefectures)
    slipped = _slipped(found, slips, day, jobs) if slips else None
    if slipped is not None:
        found = found._replace(broken=(*found.broken, *slipped.broken))
    style = written_for(lang, None)
    report = None if slipped is None else slipped.report
    if report is not None and format in ("text", "json", "csv"):
        from stdmig.cli.slip_output import emit_slip

        emit_slip(report, top, format, style, encoding, output, force=force)
    elif format == "text":
        from stdmig.render.portfolio.text import portfolio_text

        words = portfolio_text(found, screen(output), top, is_today=is_today)
        emit(words, output, force=force)
    else:
        emit_portfolio(found, report, format, style, encoding, output, force=force)
    if found.broken:
        tell_broken(found)
        raise typer.Exit(UNUSABLE)


def _listed(named: list[Path], *, sample: bool) -> Listed:
    """
    Return the workspaces that are named, or those of the current folder.

    Raises
    ------
    typer.Exit
        With code 2 if folders are named beside the sample.
    """
    # No other command waits for it.
    from stdmig.workspace.portfolio import Listed, list_places

    if not sample:
        usual = Path("portfolio.yaml")
        return list_places(named or [usual if usual.is_file() else Path()])
    if named:
        complain(text("folders and --sample exclude each other"))
        raise typer.Exit(UNUSABLE)
    return Listed(())


def _sample(as_of: date | None) -> tuple[Gathered, date]:
    from stdmig.workspace.portfolio import Gathered
    from stdmig.workspace.portfolio_sample import sample_town

    town, day = sample_town(as_of)
    return Gathered((town,), ()), day


def _own_cache() -> Path | None:
    from stdmig.cli.cache_folder import cache_folder

    return cache_folder(os.environ)


def _gather(
    listed: Listed, day: date, jobs: int | None, cache: Path | None
) -> Gathered:
    from stdmig.workspace.portfolio import gather
    from stdmig.workspace.refusal import refusal

    vendors = listed.file.vendors if listed.file is not None else ()
    items = sorted({item for each in vendors for item in each.items})
    counter = Counter()
    with counter.counting():
        gathered = gather(
            listed.places,
            day,
            jobs=jobs,
            cache=cache,
            told=counter.told,
            items=items,
        )
    if gathered.uncached is not None:
        tell(
            text(
                "nothing is kept for the next run: {why}",
                why=refusal(gathered.uncached),
            )
        )
    return gathered


def _rolled_up(
    listed: Listed,
    gathered: Gathered,
    day: date,
    systems: list[str],
    prefectures: list[str],
) -> Portfolio:
    from stdmig.outlook.portfolio.narrowed import of_prefectures, of_systems
    from stdmig.outlook.portfolio.roll_up import roll_up
    from stdmig.outlook.portfolio.vendor_limits import written_limits

    towns: Sequence[Town] = gathered.towns
    chosen = known_systems(towns, systems)
    if prefectures:
        towns = tuple(of_prefectures(towns, prefectures))
    if chosen:
        towns = tuple(of_systems(towns, chosen))
    file = listed.file
    found = roll_up(
        towns,
        (*listed.broken, *gathered.broken),
        as_of=day,
        name=None if file is None else file.name,
        name_en=None if file is None else file.name_en,
        limits=written_limits(file),
    )
    return found._replace(chosen=tuple(chosen))


def _slipped(
    found: Portfolio, slips: tuple[SupposedSlip, ...], day: date, jobs: int | None
) -> Slipped:
    from stdmig.workspace.portfolio.slip import SlipJob, slip_towns

    towns = [row.town for row in found.towns]
    refuse_unknown(towns, slips)
    counter = Counter()
    with counter.counting():
        job = SlipJob(day, slips)
        return slip_towns(towns, job, jobs, counter.told)
