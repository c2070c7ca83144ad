"""The modules of ``benchmarks/``, which know each other by their bare names (計測)."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

from tests.helpers import ROOT


def benchmark(name: str) -> Any:
    """Return a module of the folder, found as its scripts find each other."""
    folder = str(ROOT / "benchmarks")
    if folder not in sys.path:
        # At the end, so that nothing else is found there in place of what it is.
        sys.path.append(folder)
    return import_module(name)
