"""The gettext catalogues of the package, loaded once per language (訳文)."""

from __future__ import annotations

import gettext
from functools import cache
from importlib.resources import files

from stdmig.words.style import Language


@cache
def translations(language: Language) -> gettext.NullTranslations:
    """
    Return the catalogue of `language`; English is the language of the keys.

    Raises
    ------
    FileNotFoundError
        If the package was built without its compiled catalogue.
    """
    if language == "en":
        return gettext.NullTranslations()
    path = files("stdmig.words") / "locale" / language / "LC_MESSAGES" / "stdmig.mo"
    with path.open("rb") as stream:
        return gettext.GNUTranslations(stream)
