"""Questions to the person at the terminal (問いかけ)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TypeVar

from stdmig.cli.language import READER, said
from stdmig.cli.output import say, screen, tell
from stdmig.intake.question import Choice, Question
from stdmig.intake.typed.choice import typed_choice
from stdmig.render.cell_name import cell_name
from stdmig.render.cells import fit, width, wrap
from stdmig.render.one_line import one_line
from stdmig.words import Name, Text, count, in_style, listing, text

Value = TypeVar("Value")

_WIDEST = 80
_PLACES = 5
_YES_NO = (Choice("yes", Name("はい", "yes")), Choice("no", Name("いいえ", "no")))


def can_ask() -> bool:
    """Return whether somebody is there who sees a question and can answer it."""
    return all(
        stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr)
    )


def tell_wrapped(words: Text | str, indent: str = "") -> None:
    """Say a paragraph beside the result, in lines of 80 cells at most."""
    told = said(words) if isinstance(words, Text) else words
    for line in wrap(indent + told, min(screen().width, _WIDEST), indent):
        say(line)


def ask(read: Callable[[str], Value | Text], default: Value | None = None) -> Value:
    """
    Return what the person types, as `read` understands it.

    Parameters
    ----------
    read
        Returns the answer, or what is wrong with it; that is told, and asked again.
    default
        What an empty line means; without it `read` judges empty lines too.

    Raises
    ------
    KeyboardInterrupt
        If the input ends instead.
    """
    while True:
        written = _line()
        if default is not None and not written.strip():
            return default
        answer = read(written)
        if not isinstance(answer, Text):
            return answer
        tell_wrapped(answer, "  ")


def ask_question(question: Question) -> str:
    """Return the answer to a question, which is shown with its cells and choices."""
    tell_question(question)
    if question.proposal is not None:
        proposal = one_line(question.proposal)
        tell_wrapped(text("Enter alone takes: {answer}", answer=proposal), "  ")
    return ask(
        lambda written: typed_choice(written, question, READER), question.proposal
    )


def tell_question(question: Question) -> None:
    """Show a question with the cells that raise it and the answers it takes."""
    tell_wrapped(question.wording)
    shown = [cell_name(place) for place in islice(question.places, _PLACES)]
    more = len(question.places) - len(shown)
    if more:
        more_told = count("{n} more", "{n} more", more)
        tell_wrapped(listing([*shown, more_told]), "  ")
    elif shown:
        tell_wrapped(listing(shown), "  ")
    column = max((width(choice.key) for choice in question.choices), default=0)
    for choice in question.choices:
        label = one_line(in_style(choice.label, READER))
        proposed = choice.key == question.proposal
        mark = f"  {said(text('(proposed)'))}" if proposed else ""
        tell_wrapped(f"{fit(choice.key, column)}  {label}{mark}", "    ")


def ask_yes(words: Text) -> bool:
    """Return whether the person agrees; an empty line agrees."""
    question = Question("yes", words, (), _YES_NO, "yes")
    tell_wrapped(text("{question} (Enter alone: yes; no stops)", question=words))
    return ask(lambda written: typed_choice(written, question, READER), "yes") == "yes"


@contextmanager
def told_if_stopped() -> Iterator[None]:
    """Tell whoever stops the questions that nothing was written."""
    try:
        yield
    except KeyboardInterrupt:
        tell(text("interrupted; nothing was written"))
        raise


def _line() -> str:
    """Return what is typed up to its line end."""
    while True:
        try:
            sys.stderr.write("> ")
            sys.stderr.flush()
            line = sys.stdin.readline()
            # In some locales what cannot be decoded comes as halves of pairs.
            line.encode("utf-8")
        except UnicodeError:
            tell_wrapped(text("this cannot be read as text; type it again"), "  ")
            continue
        except KeyboardInterrupt:
            # The terminal shows ^C and stays on that line.
            say("")
            raise
        if not line:
            say("")
            raise KeyboardInterrupt
        return line.rstrip("\r\n")
