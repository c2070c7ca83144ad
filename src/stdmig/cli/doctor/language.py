"""In which language stdmig speaks here, and why (表示言語)."""

from __future__ import annotations

import os
from collections.abc import Mapping

from stdmig.cli.doctor.found import note, ok
from stdmig.cli.language import SPOKEN, Spoken, strange_variables
from stdmig.render.doctor.checkup import Check
from stdmig.words import Language, Text, text


def check_language() -> Check:
    """Return the language, and the option or variable that chose it."""
    return language_of(SPOKEN, os.environ)


def language_of(spoken: Spoken, environ: Mapping[str, str]) -> Check:
    """
    Return the language, what chose it, and what was meant to and does not.

    Parameters
    ----------
    spoken
        The one in use.
    environ
        The variables that were looked at.
    """
    source = spoken.source or text("the system's own setting")
    says = text(
        "{language}, by {source}", language=_NAMES[spoken.language], source=source
    )
    facts = {"language": spoken.language, "source": spoken.source or "system"}
    for strange in strange_variables(environ):
        return note(says, strange, **facts)
    return ok(says, **facts)


_NAMES: dict[Language, Text] = {"ja": text("Japanese"), "en": text("English")}
