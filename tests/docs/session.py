"""A reader at a terminal of 80 cells, in a folder of the page's own (端末)."""

from __future__ import annotations

import os
import pty
import shlex
import subprocess
import sys
import termios
from pathlib import Path

from stdmig.words import Language
from tests.command import environment

_PROGRAM = "stdmig"


class Session:
    """
    The commands of one page, one after the other.

    Parameters
    ----------
    folder
        Where the reader begins.
    language
        What the reader's terminal speaks.
    """

    def __init__(self, folder: Path, language: Language) -> None:
        self.folder = folder
        self.language: Language = language
        self.code = 0

    def run(self, typed: str) -> list[str]:
        """
        Return the lines that a command shows.

        Raises
        ------
        ValueError
            If it is none that a page may show.
        """
        match shlex.split(typed):
            case ["stdmig", *words]:
                shown, self.code = self._stdmig(words)
            case ["mkdir", name]:
                (self.folder / name).mkdir()
                shown = ""
            case ["cd", name]:
                self.folder = (self.folder / name).resolve(strict=True)
                shown = ""
            case ["echo", "$?"]:
                shown = f"{self.code}\n"
            case _:
                raise ValueError(f"the harness of the docs does not run: {typed}")
        return [line.rstrip() for line in shown.splitlines()]

    def _stdmig(self, words: list[str]) -> tuple[str, int]:
        reader, terminal = pty.openpty()
        settings = termios.tcgetattr(terminal)
        settings[1] &= ~termios.OPOST  # Line feeds stay what they are.
        termios.tcsetattr(terminal, termios.TCSANOW, settings)
        with subprocess.Popen(
            [sys.executable, "-m", _PROGRAM, *words],
            cwd=self.folder,
            env=environment(self.language, {"COLUMNS": "80", "NO_COLOR": "1"}),
            stdin=subprocess.DEVNULL,
            stdout=terminal,
            stderr=terminal,
        ) as process:
            os.close(terminal)
            shown = _all(reader)
        os.close(reader)
        return shown.decode("utf-8"), process.returncode


def _all(reader: int) -> bytes:
    """Return what a terminal shows until the program that writes to it has ended."""
    parts: list[bytes] = []
    while True:
        try:
            part = os.read(reader, 65_536)
        except OSError:  # How Linux tells that nobody is left to write.
            part = b""
        if not part:
            return b"".join(parts)
        parts.append(part)
