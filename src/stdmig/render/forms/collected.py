"""What became of forms that were collected (回収の結果の画面)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from stdmig.diagnostics import Diagnostic, Location
from stdmig.inventory.editing.change import Change
from stdmig.render.cells import wrap
from stdmig.render.changes import changes_text
from stdmig.render.check.entry import of_fault
from stdmig.render.check.text import check_line
from stdmig.render.one_line import one_line
from stdmig.render.painted import SEVERITY_PAINT, Line, Part, line, page
from stdmig.render.screen import Screen
from stdmig.words import Style, Text, count, in_style, listing, text

Outcome = Literal["new", "changed", "same", "refused"]


class FormLine(NamedTuple):
    """
    A form and what became of it.

    Attributes
    ----------
    file
        Its name.
    town
        Whose it is, with the code where that is known; None where nobody can say.
    folder
        The workspace; None where nothing was taken.
    changes
        What is changed in a workspace that was there already.
    remarks
        How doubtful cells were read, and what was taken for granted.
    faults
        Cells that were left out, and why a form was not taken.
    is_whole
        Whether all that could be taken was.
    """

    file: str
    town: str | None
    outcome: Outcome
    folder: str | None
    changes: tuple[Change, ...]
    remarks: tuple[tuple[Location, Text], ...]
    faults: tuple[Diagnostic, ...]
    is_whole: bool


class CollectedPage(NamedTuple):
    """
    All forms.

    Attributes
    ----------
    missing
        Municipalities of the list from which none came.
    listed
        How many the list has; 0 without a list.
    others
        Files beside the forms that nobody reads.
    unlisted
        Workspaces that ``portfolio.yaml`` does not reach.
    dry_run
        Whether nothing was written; each change is then shown.
    """

    forms: tuple[FormLine, ...]
    missing: tuple[str, ...] = ()
    listed: int = 0
    others: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()
    dry_run: bool = False


def collected_text(told: CollectedPage, screen: Screen) -> str:
    """Return a block for each form, the sums, and who is missing."""
    lines = [*_sums(told, screen)]
    for form in told.forms:
        lines += _form(form, screen)
        if told.dry_run and form.changes:
            narrow = screen._replace(width=screen.width - 4)
            shown = changes_text(form.folder or "-", form.changes, narrow)
            lines += [line(f"    {each}") for each in shown.splitlines()]
    lines += _beside(told, screen)
    return page(lines, colour=screen.colour)


def _sums(told: CollectedPage, screen: Screen) -> Iterator[Line]:
    refused = [each for each in told.forms if not each.is_whole]
    remarked = [
        each for each in told.forms if each.is_whole and (each.remarks or each.faults)
    ]
    plain = len(told.forms) - len(refused) - len(remarked)
    words = count(
        "{n} form: {plain} taken, {remarked} taken with remarks, {refused} not taken",
        "{n} forms: {plain} taken, {remarked} taken with remarks, {refused} not taken",
        len(told.forms),
        plain=plain,
        remarked=len(remarked),
        refused=len(refused),
    )
    paint = "bold red" if refused else "bold yellow" if remarked else "bold green"
    for each in wrap(words.into(screen.style), screen.width, "  "):
        yield line(Part(each, paint))


def _form(form: FormLine, screen: Screen) -> Iterator[Line]:
    style = screen.style
    yield line("")
    head = one_line(form.town or form.file)
    for each in wrap(head, screen.width, "  "):
        yield line(Part(each, "bold"))
    if form.town is not None:
        yield line(f"  {one_line(form.file)}")
    paint = "" if form.is_whole else "bold red"
    for each in wrap(f"  {_outcome(form).into(style)}", screen.width, "    "):
        yield line(Part(each, paint))
    for fault in form.faults:
        yield from _fault(fault, screen)
    for place, wording in form.remarks[:_SHOWN]:
        words = f"    {one_line(str(place))}: {one_line(wording.into(style))}"
        yield from (line(each) for each in wrap(words, screen.width, "      "))
    if (more := len(form.remarks) - _SHOWN) > 0:
        words = count("and {n} more remark", "and {n} more remarks", more).into(style)
        yield line(f"    {words}")


_SHOWN = 20
"""Remarks on one form that are told; whoever has more does not read them all."""


def _outcome(form: FormLine) -> Text:
    folder = one_line(form.folder or "")
    if form.outcome == "refused":
        return text("not taken")
    taken = {
        "new": text("new workspace {folder}", folder=folder),
        "changed": count(
            "{n} change in {folder}",
            "{n} changes in {folder}",
            len(form.changes),
            folder=folder,
        ),
        "same": text("{folder} says all of this already", folder=folder),
    }[form.outcome]
    if not form.is_whole:
        return text("taken in part: {what}", what=taken)
    if form.remarks or form.faults:
        return text("taken with remarks: {what}", what=taken)
    return text("taken: {what}", what=taken)


def _fault(fault: Diagnostic, screen: Screen) -> Iterator[Line]:
    style = screen.style
    paint = SEVERITY_PAINT[fault.severity]
    words = f"    {check_line(of_fault(fault), style)}"
    for number, each in enumerate(wrap(words, screen.width, "      ")):
        yield line(Part(each, paint if number == 0 else ""))
    for where, message in fault.related:
        told = f"      {one_line(str(where))}: {_shown(message, style)}"
        yield from (line(each) for each in wrap(told, screen.width, "      "))
    if fault.help is not None:
        told = f"      {_shown(fault.help, style)}"
        yield from (line(each) for each in wrap(told, screen.width, "      "))


def _shown(words: Text, style: Style) -> str:
    return one_line(in_style(words, style))


def _beside(told: CollectedPage, screen: Screen) -> Iterator[Line]:
    sentences: list[Text] = []
    if told.missing:
        sentences.append(
            count(
                "No form yet from {n} of {all}: {names}",
                "No form yet from {n} of {all}: {names}",
                len(told.missing),
                all=told.listed,
                names=listing(map(one_line, told.missing)),
            )
        )
    elif told.listed:
        sentences.append(
            count(
                "The form of the one on the list is here.",
                "The forms of all {n} on the list are here.",
                told.listed,
            )
        )
    if told.others:
        sentences.append(
            count(
                "{n} other file was not read: {names}",
                "{n} other files were not read: {names}",
                len(told.others),
                names=listing(map(one_line, told.others)),
            )
        )
    if told.unlisted:
        sentences.append(
            count(
                "portfolio.yaml does not name {n} new workspace: {names}",
                "portfolio.yaml does not name {n} new workspaces: {names}",
                len(told.unlisted),
                names=listing(map(one_line, told.unlisted)),
            )
        )
    for each in sentences:
        yield line("")
        for part in wrap(each.into(screen.style), screen.width, "  "):
            yield line(part)
