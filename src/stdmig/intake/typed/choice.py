"""The answer to a question, as somebody typed it (回答)."""

from __future__ import annotations

import re
from typing import NamedTuple

from stdmig.intake.question import Choice, Question
from stdmig.intake.typed.systems import typed_systems
from stdmig.intake.typed.word import typed_word
from stdmig.inventory import STATUTORY
from stdmig.inventory.alike import plain_name
from stdmig.words import Style, Text, in_style, listing, text

_SHORT = {
    **{"y": "yes", "はい": "yes", "n": "no", "いいえ": "no"},
    **{"なし": "none", "無し": "none"},
}


class NumberedChoices(NamedTuple):
    """
    The choices of a question by the numbers that a person types.

    Attributes
    ----------
    systems
        Those that are systems; they come first and are counted from 1.
    others
        The rest, each with its number as it is typed.
    """

    systems: tuple[Choice, ...]
    others: tuple[tuple[str, Choice], ...]

    @classmethod
    def of(cls, question: Question) -> NumberedChoices:
        """Return the choices in the order of their numbers."""
        systems = tuple(each for each in question.choices if each.key in STATUTORY)
        others = [each for each in question.choices if each not in systems]
        # A key that is a number already has no other beside it.
        own = any(each.key.isdecimal() for each in others)
        return cls(
            systems,
            tuple(
                (each.key if own else str(number), each)
                for number, each in enumerate(others, start=len(systems) + 1)
            ),
        )

    @property
    def by_number(self) -> dict[str, Choice]:
        """Return all of them by their numbers."""
        numbered = enumerate(self.systems, start=1)
        return {**{str(number): each for number, each in numbered}, **dict(self.others)}


def typed_choice(written: str, question: Question, style: Style) -> str | Text:
    """
    Return the key that was chosen, or what is wrong with what was typed.

    A choice is known by its number, its key and its label in the reader's language,
    'yes' and 'no' by their first letter and in Japanese as well; full-width letters
    are as good as plain ones. A system goes by all its usual names. Where several may
    be chosen, they are joined with commas. Where any words may be answered, they are
    returned.
    """
    if not question.choices:
        return typed_word(written)
    numbered = NumberedChoices.of(question)
    known = _known(question, numbered, style)
    if (key := known.get(plain_name(written))) is not None:
        return key
    if numbered.systems:
        return _systems(written, numbered, several=question.several)
    keys = [known.get(part) for part in re.split("[,、;]", plain_name(written))]
    chosen = [key for key in keys if key is not None]
    if question.several and len(chosen) == len(keys):
        return ",".join(dict.fromkeys(chosen))
    numbers = listing(numbered.by_number)
    if question.several:
        return text("answer with one or more of: {keys}", keys=numbers)
    return text("answer with one of: {keys}", keys=numbers)


def refused(question: Question, why: Text) -> Text:
    """Return what is wrong with an answer for a reader who goes by the keys."""
    if not question.choices or NumberedChoices.of(question).systems:
        return why
    keys = listing(choice.key for choice in question.choices)
    if question.several:
        return text("answer with one or more of: {keys}", keys=keys)
    return text("answer with one of: {keys}", keys=keys)


def _systems(written: str, numbered: NumberedChoices, *, several: bool) -> str | Text:
    offered = tuple(each.key for each in numbered.systems)
    chosen = typed_systems(written, offered)
    if isinstance(chosen, Text):
        return chosen
    if not chosen or (len(chosen) > 1 and not several):
        return text("write at least one number, such as 1")
    return ",".join(chosen)


def _known(
    question: Question, numbered: NumberedChoices, style: Style
) -> dict[str, str]:
    """Return the keys by everything they go by."""
    keys = {choice.key for choice in question.choices}
    known = {number: each.key for number, each in numbered.by_number.items()}
    known |= {word: key for word, key in _SHORT.items() if key in keys}
    for choice in question.choices:
        known[plain_name(in_style(choice.label, style))] = choice.key
    # A key is what was asked for, whatever another choice is called.
    return {**known, **{plain_name(key): key for key in keys}}
