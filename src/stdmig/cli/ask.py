"""Questions to the person at the terminal (問いかけ)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count as count_from
from itertools import islice
from typing import TypeVar

from stdmig.cli.language import READER, said
from stdmig.cli.messages import say, tell
from stdmig.cli.numbered import tell_numbered
from stdmig.cli.screen import screen
from stdmig.intake.question import Choice, Question
from stdmig.intake.typed.choice import NumberedChoices, typed_choice
from stdmig.render.cell_name import cell_name
from stdmig.render.cells import fit, width, wrap
from stdmig.render.one_line import one_line
from stdmig.words import Name, Text, count, in_style, listing, text

Value = TypeVar("Value")

_WIDEST = 80
_PLACES = 5
_PATIENCE = 2
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
        After the second time the ways out are told as well.
    default
        What an empty line means; without it `read` judges empty lines too.

    Raises
    ------
    KeyboardInterrupt
        If the input ends instead.
    """
    for attempt in count_from(1):
        written = _line()
        if default is not None and not written.strip():
            return default
        answer = read(written)
        if not isinstance(answer, Text):
            return answer
        tell_wrapped(answer, "  ")
        if attempt >= _PATIENCE:
            tell_wrapped(_ways_out(has_default=default is not None), "  ")
    raise AssertionError


def _ways_out(*, has_default: bool) -> Text:
    if has_default:
        return text(
            "(Enter alone takes what the question says; Ctrl+C stops, and nothing is"
            " written)"
        )
    return text("(Ctrl+C stops, and nothing is written)")


def ask_question(question: Question, number: Text) -> str:
    """
    Return the answer to a question, which is shown with its cells and choices.

    Parameters
    ----------
    question
        Its choices are offered by number.
    number
        Which question it is.
    """
    tell_wrapped(text("{number}: {question}", number=number, question=question.wording))
    _tell_places(question)
    choices = NumberedChoices.of(question)
    if choices.systems:
        tell_numbered([each.key for each in choices.systems])
    for key, choice in choices.others:
        tell_wrapped(f"{key:>2} {_label(choice)}", "  ")
    if how := _how_to_answer(question, choices):
        tell_wrapped(how, "  ")
    return ask(
        lambda written: typed_choice(written, question, READER), question.proposal
    )


def _how_to_answer(question: Question, choices: NumberedChoices) -> Text | None:
    """Return what may be typed, and what Enter alone means."""
    how = None
    if choices.systems and question.several:
        name = _label(choices.systems[0])
        how = text("Write numbers or names, short ones too (1 or {name}).", name=name)
    elif choices.systems:
        first = _label(choices.systems[0])
        how = text(
            "Write a number or a name, a short one too (1 or {name}).", name=first
        )
    elif question.choices:
        how = text("Write the number of the answer.")
    if question.proposal is None:
        return how
    proposed = text("Enter alone: {answer}", answer=_proposed(question))
    return text("{how} {enter}", how=how, enter=proposed) if how else proposed


def _proposed(question: Question) -> Text | str:
    if not question.choices:
        return one_line(in_style(question.shown_proposal, READER))
    keys = (question.proposal or "").split(",")
    return listing(_label(each) for each in question.choices if each.key in keys)


def tell_question(question: Question) -> None:
    """Show a question with its cells and the keys of the answers it takes."""
    tell_wrapped(question.wording)
    _tell_places(question)
    column = max((width(choice.key) for choice in question.choices), default=0)
    for choice in question.choices:
        proposed = choice.key == question.proposal
        mark = f"  {said(text('(proposed)'))}" if proposed else ""
        tell_wrapped(f"{fit(choice.key, column)}  {_label(choice)}{mark}", "    ")


def _tell_places(question: Question) -> None:
    shown = [cell_name(place) for place in islice(question.places, _PLACES)]
    more = len(question.places) - len(shown)
    if more:
        more_told = count("{n} more", "{n} more", more)
        tell_wrapped(listing([*shown, more_told]), "  ")
    elif shown:
        tell_wrapped(listing(shown), "  ")


def _label(choice: Choice) -> str:
    return one_line(in_style(choice.label, READER))


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
