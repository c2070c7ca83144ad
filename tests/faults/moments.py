"""Ctrl-C at every line of the code that writes (任意の時点での中断)."""

from __future__ import annotations

import sys
from collections.abc import Callable
from linecache import getline
from pathlib import Path
from types import FrameType
from typing import Any

from stdmig.workspace import drafts, write, write_change, write_folder, write_new

_WRITING = frozenset(
    str(module.__file__)
    for module in (drafts, write, write_change, write_folder, write_new)
)
_ON_THE_WAY_OUT = frozenset({"__exit__"})
"""Where nothing but the call of what tidies up is left to interrupt."""


class Stopwatch:
    """
    Interrupts at a line; counts the lines that were passed.

    Parameters
    ----------
    at
        The number of the line, from 1; 0 interrupts at none.
    """

    def __init__(self, at: int = 0) -> None:
        self._at = at
        self.lines = 0
        self.place = ""
        self._passed_with: list[tuple[FrameType, int]] = []

    def run(self, work: Callable[[], object]) -> None:
        """
        Do something, with the interruption in it.

        Raises
        ------
        KeyboardInterrupt
            At the line.
        """
        before = sys.gettrace()
        sys.settrace(self._called)
        try:
            work()
        finally:
            sys.settrace(before)

    def _called(self, frame: FrameType, event: str, told: Any) -> Any:
        code = frame.f_code
        ours = code.co_filename in _WRITING and code.co_name not in _ON_THE_WAY_OUT
        return self._passed if ours else None

    def _passed(self, frame: FrameType, event: str, told: Any) -> Any:
        if event == "line" and not self._is_way_out(frame):
            self.lines += 1
            if self.lines == self._at:
                name = Path(frame.f_code.co_filename).name
                self.place = f"{name}:{frame.f_lineno}"
                raise KeyboardInterrupt
        return self._passed

    def _is_way_out(self, frame: FrameType) -> bool:
        """
        Return whether nothing but the call of what tidies up is left on a line.

        Python comes back to the line of a ``with`` when it leaves the block.
        """
        line = getline(frame.f_code.co_filename, frame.f_lineno).strip()
        if not line.startswith(("with ", "with(")):
            return line.startswith("surely(")
        passed = frame, frame.f_lineno
        self._passed_with.append(passed)
        return self._passed_with.count(passed) > 1
