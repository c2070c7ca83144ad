"""One sentence of the summary, with its tone (要点の一文)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from stdmig.words import Text


class Statement(NamedTuple):
    """
    One sentence of the summary.

    Attributes
    ----------
    tone
        ``good`` news, ``bad`` news, something to ``decide``, or the ``next`` date.
    sentences
        The sentence, and those that go with it. They do not say what their tone is:
        where no label stands beside them, whoever shows them does.
    """

    tone: Literal["good", "bad", "decide", "next"]
    sentences: tuple[Text, ...]
