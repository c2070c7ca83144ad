"""A library that is missing, or that cannot be loaded (部品の不具合)."""

from __future__ import annotations

import re
import sys
from linecache import getline
from pathlib import Path
from traceback import walk_tb

_OURS = frozenset(("stdmig", "__main__"))


def broken_library(error: BaseException) -> str | None:
    """
    Return the library in whose loading an error arose; None where there is none.

    A library that was damaged, or made for another machine, fails while it is read in,
    and in ways of its own: not only with an ImportError.
    """
    for frame, _ in walk_tb(error.__traceback__):
        module = str(frame.f_globals.get("__name__", "")).partition(".")[0]
        if frame.f_code.co_name == "<module>" and module not in _OURS:
            return module
    if isinstance(error, SyntaxError):
        return _library_of(Path(error.filename)) if error.filename else _wanted(error)
    if not isinstance(error, ImportError) or error.name is None:
        return None
    missing = error.name.partition(".")[0]
    return None if missing in _OURS else missing


def _wanted(error: BaseException) -> str | None:
    """
    Return the library that was to be read in where an error arose.

    A source full of NUL bytes is refused without the name of its file.
    """
    wanted = ""
    for frame, line in walk_tb(error.__traceback__):
        module = str(frame.f_globals.get("__name__", "")).partition(".")[0]
        if module == "importlib":
            wanted = str(frame.f_locals.get("name", wanted))
        elif module not in _OURS:
            wanted = module
        elif found := _IMPORT.match(getline(frame.f_code.co_filename, line)):
            wanted = found[1]
    library = wanted.partition(".")[0]
    return None if library in _OURS else library or None


_IMPORT = re.compile(r"\s*(?:from|import)\s+([\w.]+)")


def _library_of(file: Path) -> str | None:
    """Return the library that a file belongs to, from where Python looks for them."""
    for folder in filter(None, sys.path):
        if file.is_relative_to(folder):
            return file.relative_to(folder).parts[0].removesuffix(".py")
    return None
