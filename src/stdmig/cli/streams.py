"""The streams of the program, closed ones too (標準入出力)."""

from __future__ import annotations

import os
import sys
from io import BytesIO, TextIOWrapper
from typing import TextIO

from stdmig.cli.console import READABLE


def prepare_streams() -> None:
    """Have streams to write to, whatever the caller closed (``>&-``)."""
    _occupy()
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # What nobody reads need not be written.
            setattr(sys, name, TextIOWrapper(BytesIO(), encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        # Streams that a caller replaced may know no encodings.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=READABLE)


def _occupy() -> None:
    """
    Take the numbers of closed streams.

    The next file that is opened would have them, and other programs that we start
    would write their words into it.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)


def silence(stream: TextIO) -> None:
    """Let what a closed stream still holds go nowhere, at the end of the run too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
