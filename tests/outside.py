"""Programs of other people that open what the product writes (外部の読み手)."""

from __future__ import annotations

import shutil
from functools import cache
from importlib.util import find_spec

from tests.helpers import ROOT

NODE_MODULES = ROOT / ".ci" / "node" / "node_modules"
"""Where ``.ci/run`` puts the packages of ``.ci/node/package.json``."""


@cache
def missing_program(name: str) -> bool:
    """
    Return whether a program is not on this machine.

    Parameters
    ----------
    name
        ``chromium`` (driven by Playwright), ``libreoffice`` (with poppler's
        ``pdfinfo`` and ``pdftotext``), ``java`` (with mpxj), ``node`` (with our
        packages), ``ortools``, ``sphinx`` (with its theme and its Markdown), ``typst``,
        ``zsh``, ``fish`` or ``tj3`` (TaskJuggler).
    """
    return not {
        "chromium": lambda: _commands("chromium") and _modules("playwright"),
        "libreoffice": lambda: _commands("soffice", "pdfinfo", "pdftotext"),
        "java": lambda: _commands("java") and _modules("mpxj", "jpype"),
        "node": lambda: _commands("node") and NODE_MODULES.is_dir(),
        "ortools": lambda: _modules("ortools"),
        "sphinx": lambda: _modules("sphinx", "myst_parser", "furo"),
        "zsh": lambda: _commands("zsh"),
        "fish": lambda: _commands("fish"),
        "tj3": lambda: _commands("tj3"),
        "typst": lambda: _modules("typst") and _commands("pdfinfo", "pdftotext"),
    }[name]()


def _commands(*names: str) -> bool:
    return all(shutil.which(name) for name in names)


def _modules(*names: str) -> bool:
    return all(find_spec(name) for name in names)
