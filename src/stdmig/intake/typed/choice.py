"""The answer to a question, as somebody typed it (回答)."""

from __future__ import annotations

import re
import unicodedata

from stdmig.intake.question import Question
from stdmig.intake.typed.word import typed_word
from stdmig.words import Style, Text, in_style, listing, text

_SHORT = {"y": "yes", "はい": "yes", "n": "no", "いいえ": "no"}


def typed_choice(written: str, question: Question, style: Style) -> str | Text:
    """
    Return the key that was chosen, or what is wrong with what was typed.

    A choice is known by its key and by its label in the reader's language, 'yes' and
    'no' by their first letter and in Japanese as well; full-width letters are as good
    as plain ones. Where several may be chosen, their keys are joined with commas.
    Where any words may be answered, they are returned.
    """
    if not question.choices:
        return typed_word(written)
    known = _known(question, style)
    if (key := known.get(_plain(written))) is not None:
        return key
    keys = [known.get(part) for part in re.split("[,、;]", _plain(written))]
    chosen = [key for key in keys if key is not None]
    if question.several and len(chosen) == len(keys):
        return ",".join(dict.fromkeys(chosen))
    told = listing(choice.key for choice in question.choices)
    if question.several:
        return text("answer with one or more of: {keys}", keys=told)
    return text("answer with one of: {keys}", keys=told)


def _known(question: Question, style: Style) -> dict[str, str]:
    """Return the keys by everything they go by."""
    keys = {choice.key for choice in question.choices}
    known = {word: key for word, key in _SHORT.items() if key in keys}
    for choice in question.choices:
        known[_plain(in_style(choice.label, style))] = choice.key
    # A key is what was asked for, whatever another choice is called.
    return {**known, **{_plain(key): key for key in keys}}


def _plain(words: str) -> str:
    return unicodedata.normalize("NFKC", words).strip().casefold()
